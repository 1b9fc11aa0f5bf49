/** Which operations a filter keeps. */
import type { Json } from '../../model/schema.js';
import type { Filter } from '../../options.js';
import { isObject } from '../json-value.js';

/** True where the filter asks for nothing, which is the usual case. */
export function isIdle(filter: Filter): boolean {
  return Object.values(filter).every((list) => list === undefined || list.length === 0);
}

/** Whether an operation is of those that something names. */
type Matches = (path: string, method: string, operation: Json) => boolean;

interface Entry {
  readonly text: string;
  readonly matches: Matches;
  /** Some operation matches. */
  found: boolean;
}

/** An operation is kept where it matches one entry of every list that is given, and none of the lists of exclusions. */
export class Selection {
  private readonly lists: readonly { readonly name: string; readonly entries: readonly Entry[] }[];

  constructor(filter: Filter) {
    this.lists = LISTS.flatMap(([name, matcher]) => {
      const entries = (filter[name] ?? []).map((text) => ({ text, matches: matcher(text), found: false }));
      return entries.length === 0 ? [] : [{ name, entries }];
    });
  }

  keeps(path: string, method: string, operation: Json): boolean {
    let kept = true;
    for (const { name, entries } of this.lists) {
      let isNamed = false;
      // To the end, so that of every entry it is known whether anything matches it.
      for (const entry of entries) {
        if (!entry.matches(path, method, operation)) continue;
        entry.found = true;
        isNamed = true;
      }
      if (isNamed === name.startsWith('exclude')) kept = false;
    }
    return kept;
  }

  /** The entries that no operation matched so far. */
  unmatched(): readonly { readonly list: string; readonly text: string }[] {
    return this.lists.flatMap(({ name: list, entries }) =>
      entries.filter(({ found }) => !found).map(({ text }) => ({ list, text })),
    );
  }
}

const tag =
  (name: string): Matches =>
  (_, __, operation) => {
    const own = isObject(operation) ? operation['tags'] : undefined;
    return Array.isArray(own) && own.includes(name);
  };

function glob(text: string): Matches {
  const pattern = globToRegExp(text);
  return (path) => pattern.test(path);
}

const operationNamed =
  (name: string): Matches =>
  (path, method, operation) =>
    name === `${method.toUpperCase()} ${path}` || (isObject(operation) && operation['operationId'] === name);

const LISTS: readonly (readonly [keyof Filter, (text: string) => Matches])[] = [
  ['tags', tag],
  ['paths', glob],
  ['operations', operationNamed],
  ['excludeTags', tag],
  ['excludePaths', glob],
  ['excludeOperations', operationNamed],
];

/** `*` is a part of a segment, `**` any number of segments, `?` a character; everything else, braces included, is itself. */
function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\*\*\/?|\*|\?|[\\^$.+()[\]{}|]/g, (found) => {
    if (found === '**' || found === '**/') return found === '**' ? '.*' : '(?:.*/)?';
    if (found === '*') return '[^/]*';
    return found === '?' ? '[^/]' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
