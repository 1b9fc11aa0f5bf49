/** Answers that land in no documented member, each with the reason why that is not the client's fault. */
import type { Call } from './verdict.js';

interface Reason {
  readonly reason: string;
  /** Of the call, and of each thing that prism had against the request. */
  matches(call: Call, violation: string): boolean;
}

const REASONS: readonly Reason[] = [
  {
    reason: 'no sample met the schema of the request, and prism refuses what was sent all the same: an overlapping `oneOf`',
    matches: ({ input }) => !input.isAccepted,
  },
  {
    reason: '`fetch` of Node sends `accept-encoding` by itself, and the document limits its values to others',
    matches: (_, violation) => violation.includes('Request header parameter accept-encoding must be'),
  },
  {
    reason: 'prism does not know the kind of security scheme',
    matches: (_, violation) => violation.includes('do not support this type of security scheme'),
  },
  {
    reason: 'the document wants two credentials in one header, `Authorization`, at the same time',
    matches: ({ document, operation }, violation) =>
      document === 'conjur.local.json' && operation.name === 'rotateApiKey' && violation.includes('Invalid security scheme used'),
  },
];

/** One that explains every violation; undefined where something is left that nobody has looked into. */
export function reasonFor(call: Call, violations: readonly string[]): string | undefined {
  const reasons = violations.map((violation) => REASONS.find(({ matches }) => matches(call, violation))?.reason);
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}
