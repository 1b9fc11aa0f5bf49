/** Which change a compile error comes from: the one whose names stand in it. */
import type { Change } from '../report.js';
import type { CompileError } from './compile.js';

/** Fewer points are a coincidence of names. */
const ENOUGH = 3;

/** `nearby`: what of the generated code the failing statement refers to, as it compiled before. */
export function attribute(error: CompileError, nearby: ReadonlySet<string>, changes: readonly Change[]): Change | undefined {
  let best: { readonly change: Change; readonly points: number } | undefined;
  for (const change of changes) {
    if (change.level === 'safe') continue;
    const points = pointsFor(change, error, nearby);
    if (points >= ENOUGH && points > (best?.points ?? 0)) best = { change, points };
  }
  return best?.change;
}

function pointsFor(change: Change, error: CompileError, nearby: ReadonlySet<string>): number {
  const mentioned = new Set(error.message.match(/[\w$]+/g));
  const [root, ...members] = namesIn(change.symbol ?? '');
  let points = 0;
  // `Module has no exported member 'listPets'`: a rename or a removal says the name itself.
  if (
    change.before !== undefined &&
    /^[\w$]+$/.test(change.before) &&
    (mentioned.has(change.before) || nearby.has(change.before))
  )
    points += 4;
  const last = members.at(-1);
  if (last !== undefined && mentioned.has(last)) points += 4;
  else if (last !== undefined && nearby.has(last)) points += 2;
  if (root !== undefined && (nearby.has(root) || mentioned.has(root))) points += 2;
  if (change.exports.some((name) => nearby.has(name) || mentioned.has(name))) points += 1;
  // An error in the same member of the same group, `query`, `body`.
  points += members.slice(0, -1).filter((name) => nearby.has(name) || mentioned.has(name)).length ? 1 : 0;
  // Between causes that fit alike, the one that breaks sources.
  return change.source ? points + 0.5 : points;
}

/** `Pet['owner'][number]['name']` holds `Pet`, `owner` and `name`. */
function namesIn(symbol: string): readonly string[] {
  return (
    symbol.match(/[\w$]+(?=\[|$)|(?<=\[')(?:[^'\\]|\\.)*(?='\])/g)?.filter((name) => name !== 'number' && name !== 'string') ?? []
  );
}
