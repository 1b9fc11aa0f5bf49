import { quote } from '../../diagnostics.js';
import type { Server } from '../../model/api.js';
import type { Review } from './apis.js';
import { canonical } from './canonical.js';
import type { Position } from './changes.js';

/** By URL; the order of servers is a matter of documentation. A trailing slash is none. */
export function compareServers(
  review: Review,
  was: readonly Server[],
  is: readonly Server[],
  at: Pick<Position, 'where' | 'operation' | 'exports'>,
): void {
  const keyOf = (server: Server): string => server.url.replace(/\/+$/, '');
  const before = new Map(was.map((server) => [keyOf(server), server]));
  const after = new Map(is.map((server) => [keyOf(server), server]));
  for (const [url, server] of before) {
    const other = after.get(url);
    if (!other)
      review.changes.state(at, {
        code: 'server-removed',
        old: server.at,
        new: is[0]?.at,
        before: server.url,
        message: `${quote(server.url)} is no longer documented`,
      });
    else if (canonical(server.variables) !== canonical(other.variables)) {
      review.changes.state(at, {
        code: 'server-variable-changed',
        old: server.at,
        new: other.at,
        message: `the variables of ${quote(server.url)} have changed`,
      });
    }
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
