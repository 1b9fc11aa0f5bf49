/** Which statuses each documented response takes, and whether they are successes. */
import type { Response, StatusKey } from '../../model/api.js';
import { type Code, code, join } from '../../print/code.js';

export interface Answer {
  readonly response: Response;
  /** The statuses, as a type. */
  readonly status: Code;
  /** The keys of the descriptor, `404` or `4XX`. */
  readonly keys: readonly (number | Range)[];
  readonly ok: boolean;
  /** The key says 2XX but `ok` is false: `default` beside responses that are documented as successes. */
  readonly isDenied: boolean;
}

const RANGES = ['1XX', '2XX', '3XX', '4XX', '5XX'] as const;
type Range = (typeof RANGES)[number];

/**
 * A range takes what no exact key takes, and `default` what nothing else takes. `default` is documented as a success only where
 * nothing else is: its part of 2XX is a success then, and a problem otherwise.
 */
export function answersOf(responses: readonly Response[]): readonly Answer[] {
  const exact = responses.map((response) => response.status).filter((status): status is number => typeof status === 'number');
  const ranges = responses
    .map((response) => response.status)
    .filter((status): status is Range => typeof status === 'string' && status !== 'default');
  const succeeds = responses.some(({ status }) => rangeOf(status) === '2XX');
  return responses.flatMap((response): readonly Answer[] => {
    const { status } = response;
    if (typeof status === 'number')
      return [{ response, status: code`${status}`, keys: [status], ok: rangeOf(status) === '2XX', isDenied: false }];
    if (status !== 'default') {
      return [{ response, status: rest([status], exact), keys: [status], ok: status === '2XX', isDenied: false }];
    }
    const left = RANGES.filter((range) => !ranges.includes(range));
    const groups = succeeds ? [left] : [left.filter((range) => range === '2XX'), left.filter((range) => range !== '2XX')];
    return groups
      .filter((group) => group.length > 0)
      .map((group) => ({
        response,
        status: rest(group, exact),
        keys: group,
        ok: !succeeds && group.includes('2XX'),
        isDenied: succeeds && group.includes('2XX'),
      }));
  });
}

function rangeOf(status: StatusKey): Range | 'default' {
  if (typeof status !== 'number') return status;
  return RANGES[Math.trunc(status / 100) - 1] ?? 'default';
}

const NAMES: Readonly<Record<Range, Code>> = {
  '1XX': code`runtime.Status1XX`,
  '2XX': code`runtime.Status2XX`,
  '3XX': code`runtime.Status3XX`,
  '4XX': code`runtime.Status4XX`,
  '5XX': code`runtime.Status5XX`,
};

function rest(ranges: readonly Range[], exact: readonly number[]): Code {
  const whole =
    ranges.length === RANGES.length
      ? code`runtime.StatusCode`
      : join(
          ranges.map((range) => NAMES[range]),
          ' | ',
        );
  const taken = exact.filter((status) => ranges.some((range) => rangeOf(status) === range));
  return taken.length === 0
    ? whole
    : code`Exclude<${whole}, ${join(
        taken.map((status) => code`${status}`),
        ' | ',
      )}>`;
}
