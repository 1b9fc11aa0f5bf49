/** Answers that land in no documented member, each with the reason why that is not the client's fault. */
import type { Call } from './verdict.js';

interface Reason {
  readonly reason: string;
  /** Of the call, and of each thing that prism had against the request or the client against the answer. */
  matches(call: Call, fault: string): boolean;
}

const REASONS: readonly Reason[] = [
  {
    reason: 'no sample met the schema of the request, and prism refuses what was sent all the same: an overlapping `oneOf`',
    matches: ({ input }) => !input.isAccepted,
  },
  {
    reason: '`fetch` of Node sends `accept-encoding` by itself, and the document limits its values to others',
    matches: (_, fault) => fault.includes('Request header parameter accept-encoding must be'),
  },
  {
    reason: 'prism does not know the kind of security scheme',
    matches: (_, fault) => fault.includes('do not support this type of security scheme'),
  },
  {
    reason: "prism makes up the value of a discriminator, 'string', which the document maps to nothing",
    matches: (_, fault) => fault.endsWith('/discriminator]') && fault.includes('received string'),
  },
  {
    reason: 'the document wants two credentials in one header, `Authorization`, at the same time',
    matches: ({ document, operation }, fault) =>
      document === 'conjur.local.json' && operation.name === 'rotateApiKey' && fault.includes('Invalid security scheme used'),
  },
];

/** One that explains every fault; undefined where something is left that nobody has looked into. */
export function reasonFor(call: Call, faults: readonly string[]): string | undefined {
  const reasons = faults.map((fault) => REASONS.find(({ matches }) => matches(call, fault))?.reason);
  return reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
}
