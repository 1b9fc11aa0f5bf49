import { pointed } from '../pointer.js';
import { OperationError, type Succeeded, succeeded } from '../unwrap.js';
import { isObject } from '../validation/index.js';

/** What follows a page: another input, or nothing. */
export type Following<Input, Page> = (page: Page, input: Input) => Input | undefined;

/**
 * The pages of an operation, asked for as the walk goes on. Throws an `OperationError` with the result of the call that isn't a
 * success, and a RangeError where the server's answer leads back to where it was.
 */
export async function* pages<Input, Result extends { readonly ok: boolean; readonly status: unknown }>(
  call: (input: Input) => Promise<Result>,
  first: Input,
  following: Following<Input, Extract<Result, Succeeded>>,
): AsyncGenerator<Extract<Result, Succeeded>, void, undefined> {
  const asked = new Set<string>();
  for (let input: Input | undefined = first; input !== undefined; ) {
    const query = queryOf(input);
    if (asked.has(query)) throw new RangeError('the next page is one that was there before');
    asked.add(query);
    const result: Result = await call(input);
    if (!succeeded(result)) throw new OperationError(result);
    yield result;
    input = following(result, input);
  }
}

/** All that is different between pages, as a text. */
const queryOf = (input: unknown): string =>
  JSON.stringify(isObject(input) ? input['query'] : undefined, (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  ) ?? '';

/** The items of pages, one by one. */
export async function* itemsOf<Page, Item>(
  pages: AsyncIterable<Page>,
  items: (page: Page) => readonly Item[],
): AsyncGenerator<Item, void, undefined> {
  for await (const page of pages) yield* items(page);
}

/** The list at a place of a body that has been validated; an empty one where there is none. */
export function listAt<Item>(body: unknown, pointer: string): readonly Item[] {
  const list = pointed(body, pointer);
  // The schema of the operation says what the items are.
  return Array.isArray(list) ? (list as readonly Item[]) : [];
}
