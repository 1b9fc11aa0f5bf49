/** Which operations a filter keeps. */
import type { Json } from '../../model/schema.js';
import type { Filter } from '../../options.js';
import { isObject } from '../json-value.js';

/** True where the filter asks for nothing, which is the usual case. */
export function isIdle(filter: Filter): boolean {
  return Object.values(filter).every((list) => list === undefined || list.length === 0);
}

export type Keeps = (path: string, method: string, operation: Json) => boolean;

/** An operation is kept where it matches one entry of every list that is given, and none of the lists of exclusions. */
export function selectionOf(filter: Filter): Keeps {
  const included = [tags(filter.tags), paths(filter.paths), operations(filter.operations)].filter((test) => test !== undefined);
  const excluded = [tags(filter.excludeTags), paths(filter.excludePaths), operations(filter.excludeOperations)].filter(
    (test) => test !== undefined,
  );
  return (...operation) => included.every((test) => test(...operation)) && !excluded.some((test) => test(...operation));
}

function tags(list: readonly string[] | undefined): Keeps | undefined {
  if (!list?.length) return undefined;
  return (_, __, operation) => {
    const own = isObject(operation) ? operation['tags'] : undefined;
    return Array.isArray(own) && own.some((tag) => typeof tag === 'string' && list.includes(tag));
  };
}

function paths(list: readonly string[] | undefined): Keeps | undefined {
  if (!list?.length) return undefined;
  const patterns = list.map(globToRegExp);
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function operations(list: readonly string[] | undefined): Keeps | undefined {
  if (!list?.length) return undefined;
  return (path, method, operation) => {
    const id = isObject(operation) ? operation['operationId'] : undefined;
    return list.includes(`${method.toUpperCase()} ${path}`) || (typeof id === 'string' && list.includes(id));
  };
}

/** `*` is a part of a segment, `**` any number of segments, `?` a character; everything else, braces included, is itself. */
function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\*\*\/?|\*|\?|[\\^$.+()[\]{}|]/g, (found) => {
    if (found === '**' || found === '**/') return found === '**' ? '.*' : '(?:.*/)?';
    if (found === '*') return '[^/]*';
    return found === '?' ? '[^/]' : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'u');
}
