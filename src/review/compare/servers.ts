import { quote } from '../../diagnostics.js';
import type { Server, ServerVariable } from '../../model/api.js';
import type { Review } from './apis.js';
import type { Position } from './changes.js';

type Place = Pick<Position, 'where' | 'operation' | 'exports'>;

/** By URL; of their order the first alone counts, which is the one that is called unasked. A trailing slash is none. */
export function compareServers(review: Review, was: readonly Server[], is: readonly Server[], at: Place): void {
  const keyOf = (server: Server): string => server.url.replace(/\/+$/, '');
  const before = new Map(was.map((server) => [keyOf(server), server]));
  const after = new Map(is.map((server) => [keyOf(server), server]));
  for (const [url, server] of before) {
    const other = after.get(url);
    if (other) compareVariables(review, server, other, at);
    else {
      review.changes.state(at, {
        code: isTyped(at) && server.variables.length ? 'server-template-removed' : 'server-removed',
        old: server.at,
        new: is[0]?.at,
        before: server.url,
        message: `${quote(server.url)} is no longer documented`,
      });
    }
  }
  const [first, next] = [was[0], is[0]];
  if (first && next && keyOf(first) !== keyOf(next) && after.has(keyOf(first))) {
    review.changes.state(at, {
      code: 'first-server-changed',
      old: first.at,
      new: next.at,
      before: first.url,
      after: next.url,
      message: `${quote(next.url)} is called unasked instead of ${quote(first.url)}`,
    });
  }
  for (const [url, server] of after) {
    if (!before.has(url))
      review.changes.state(at, {
        code: 'server-added',
        old: was[0]?.at,
        new: server.at,
        after: server.url,
        message: `${quote(server.url)} is new`,
      });
  }
}

/** `serverUrl` has the variables of the document's own servers in its type, and of no operation's. */
const isTyped = (at: Place): boolean => at.operation === undefined;

type VariableCode = 'server-variable-narrowed' | 'server-variable-changed' | 'server-variable-widened';

function compareVariables(review: Review, a: Server, b: Server, at: Place): void {
  const before = new Map(a.variables.map((variable) => [variable.name, variable]));
  const after = new Map(b.variables.map((variable) => [variable.name, variable]));
  const state = (code: VariableCode, message: string): void =>
    review.changes.state(at, { code, old: a.at, new: b.at, label: `server ${quote(b.url)}`, message });
  const narrowed = isTyped(at) ? 'server-variable-narrowed' : 'server-variable-changed';
  for (const was of a.variables) {
    const is = after.get(was.name);
    const name = quote(was.name);
    if (!is) {
      state(narrowed, `the variable ${name} is gone`);
      continue;
    }
    const refused = refusedBy(is, was);
    const added = refusedBy(was, is);
    if (refused) state(narrowed, `the variable ${name} no longer takes ${refused}`);
    if (added) state('server-variable-widened', `the variable ${name} takes ${added} too`);
    if (was.default === is.default) continue;
    if (is.default === undefined) state(narrowed, `the variable ${name} has no default any more`);
    else if (was.default === undefined)
      state('server-variable-widened', `the variable ${name} is ${quote(is.default)} by default`);
    else
      state(
        'server-variable-changed',
        `the variable ${name} is ${quote(is.default)} by default instead of ${quote(was.default)}`,
      );
  }
  for (const { name } of b.variables)
    if (!before.has(name)) state('server-variable-widened', `the variable ${quote(name)} is new`);
}

/** The values of the other that one does not take, in words; undefined where it takes all. */
function refusedBy(is: ServerVariable, was: ServerVariable): string | undefined {
  if (!is.values?.length) return undefined;
  if (!was.values?.length) return 'what is not listed';
  const refused = was.values.filter((value) => !is.values?.includes(value));
  return refused.length ? refused.map(quote).join(', ') : undefined;
}
