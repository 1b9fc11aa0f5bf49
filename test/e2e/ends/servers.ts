/** The servers of a document with every choice of their variables: a call goes where the URL says, and its credentials nowhere else. */
import { expect } from 'vitest';
import type { Api, Server } from '../../../src/model/api.js';
import type { Ends } from './exchange.js';

/** Those that have a function to choose them by. */
export function serversOf({ servers, operations }: Api): readonly Server[] {
  const all = [...servers, ...operations.flatMap((operation) => operation.servers ?? [])];
  const different = all.filter(({ url }, i) => all.findIndex((other) => other.url === url) === i);
  return different.length > 1 || different.some(({ variables }) => variables.length > 0) ? different : [];
}

/** How many choices were called. */
export async function visited({ api, client }: Ends, { url, variables }: Server): Promise<number> {
  const [operation] = api.operations;
  if (!operation) return 0;
  let choices: readonly Readonly<Record<string, string>>[] = [{}];
  for (const { name, default: fallback, values } of variables) {
    const possible = values ?? ['x-1', '8443'];
    choices = choices.flatMap((choice) => [
      ...(fallback === undefined ? [] : [choice]),
      ...possible.map((value) => ({ ...choice, [name]: value })),
    ]);
    const given = { ...choices.at(-1) };
    const outside = values ? 'no such value' : 'evil.example/';
    expect(() => client['serverUrl'](url, { ...given, [name]: outside })).toThrow(RangeError);
  }
  for (const choice of choices) {
    const filled = url.replace(
      /\{(.*?)\}/g,
      (_, name: string) => choice[name] ?? variables.find((each) => each.name === name)?.default ?? '',
    );
    const baseUrl: string = client['serverUrl'](url, choice);
    expect(baseUrl).toBe(filled);
    const called: string[] = [];
    const origin = url.startsWith('/') ? 'https://here.example' : '';
    const caller = client['createClient']({
      baseUrl: `${origin}${baseUrl}`,
      fetch: async (target: string) => {
        called.push(target);
        return new Response(null, { status: 599 });
      },
    });
    await client[operation.name](caller, {});
    if (called.length > 0) expect(called).toEqual([new URL(`${origin}${filled}`.replace(/\/$/, '') + operation.template).href]);
  }
  return choices.length;
}
