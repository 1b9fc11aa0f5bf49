/** What the compiler says of values and types: thousands of questions in one program. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../../src/model/node.js';
import type { Json } from '../../src/model/schema.js';
import { compile, scratch } from '../golden/compile.js';
import { EXACT } from './sample.js';

/** By line of `main.ts`, counted from 1, what is wrong there. Throws where something is wrong with another file. */
export async function faults(files: Readonly<Record<string, string>>): Promise<ReadonlyMap<number, string>> {
  const folder = scratch();
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const found = new Map<number, string>();
    let line = 0;
    for (const said of await compile([folder], 'typescript-7')) {
      const [, name, at] = /([^\\/]+)\((\d+),\d+\): error/.exec(said) ?? [];
      if (name !== undefined && name !== 'main.ts') throw new Error(said);
      if (at !== undefined) line = Number(at);
      found.set(line, `${found.get(line) ?? ''}${said.slice(said.indexOf('error'))} `);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The type that has this value alone: a type has no excess members and does not widen, as a literal would.
 *
 * `absent`: names that its objects are said not to have. The compiler refuses an object that has none of the members of a type that are all
 * optional, for it is likely to be a mistake; one that is known to lack them is assignable.
 */
export function typeOfValue(value: Json, absent: readonly string[] = []): string {
  if (Array.isArray(value)) return `[${value.map((item) => typeOfValue(item, absent)).join(', ')}]`;
  if (typeof value === 'string' && value.startsWith(EXACT)) return `${value.slice(EXACT.length)}n`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = [
    ...Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${typeOfValue(member, absent)}`),
    ...absent.filter((name) => !Object.hasOwn(value, name)).map((name) => `${JSON.stringify(name)}?: never`),
  ];
  return `{ ${members.join('; ')} }`;
}
