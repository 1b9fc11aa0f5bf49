/** Pages served by a generated handler, walked by a generated iterable. */
import type { Operation } from '../../../src/model/api.js';
import { isObject } from '../../../src/model/node.js';
import type { PaginationOptions } from '../../../src/options.js';
import type { Ends } from './exchange.js';
import { served } from './server.js';

/** What the walk gives of items that are served by twos. */
export async function walked(
  { client, mirror, pairings }: Ends,
  { name }: Operation,
  paging: PaginationOptions,
  items: readonly unknown[],
): Promise<readonly unknown[]> {
  const pairing = pairings.find((each) => each.isCalled && each.operation.name === name);
  if (!pairing) throw new Error(`${name} has no other end`);
  let url = '';
  url = await served(
    mirror[pairing.receiver](({ query = {} }: { query?: Record<string, unknown> }) => {
      const parameter = paging.kind === 'cursor' ? paging.parameter : paging.kind === 'offset' ? paging.offset : 'page';
      const start = Number(query[parameter] ?? 0);
      const next = start + 2 < items.length ? String(start + 2) : undefined;
      const page = placed(undefined, paging.items, items.slice(start, start + 2));
      if (paging.kind === 'offset') return { status: 200, body: page };
      if (paging.next === 'link')
        return { status: 200, body: page, headers: next === undefined ? {} : { link: `<${url}/?page=${next}>; rel="next"` } };
      const place = paging.kind === 'cursor' ? next : next && `${url}/?page=${next}`;
      return { status: 200, body: next === undefined ? page : placed(page, paging.next, place) };
    }),
  );
  const found: unknown[] = [];
  for await (const item of client[`${name}Items`](client['createClient']({ baseUrl: url }))) found.push(item);
  return found;
}

function placed(body: unknown, pointer: string, value: unknown): unknown {
  const [, key, ...rest] = pointer.split('/');
  if (key === undefined) return value;
  const members = isObject(body) ? body : {};
  return { ...members, [key]: placed(members[key], rest.map((each) => `/${each}`).join(''), value) };
}
