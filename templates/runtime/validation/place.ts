/**
 * Where a check stands, in the value and in the schema, and where it leaves its issues.
 *
 * Emitted checks name a fault by one literal, the path of the keyword in the schema. The members of the value that lead to it are in that
 * path too, after each `properties`; it is taken apart once, on the first fault there.
 */
import type { Issue } from './issue.js';

export interface Place {
  readonly issues: Issue[];
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly schemaPath: string;
  /** How many alternatives are being tried at once, see `closest`. Absent: one. */
  readonly trials?: number;
}
export type Check = (value: unknown, at: Place) => void;

/** The value itself, and the named schema. */
export function root(): Place {
  return { issues: [], path: [], pointer: '', schemaPath: '' };
}

/**
 * Reports that `value` is not what the keyword at `schemaPath` wants. For a member that must be there, `required` is the path of the keyword
 * that says so: where the member is missing, that is the fault.
 */
export function fail(at: Place, value: unknown, expected: string, schemaPath: string, required?: string): void {
  const { path, pointer } = locate(schemaPath);
  const broken = (value === undefined && required) || schemaPath;
  const received = value === null ? 'null' : Array.isArray(value) ? 'array' : value === undefined ? 'nothing' : typeof value;
  at.issues.push({
    message: `expected ${expected}, received ${received}`,
    path: [...at.path, ...path],
    pointer: at.pointer + pointer,
    keyword: locate(broken).keyword,
    schemaPath: at.schemaPath + broken,
    expected,
    received,
  });
}

/**
 * One level down, or several: along the members in the path of the schema, and then, where that leads to an item or to any member, by its
 * key. `aside` is more of the schema's path, which says nothing of the value.
 */
export function within(at: Place, schemaPath: string, key?: string | number, aside = ''): Place {
  const steps = locate(schemaPath);
  const path = [...at.path, ...steps.path];
  let pointer = at.pointer + steps.pointer;
  if (key !== undefined) {
    path.push(key);
    pointer += `/${`${key}`.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  }
  return { ...at, path, pointer, schemaPath: at.schemaPath + schemaPath + aside };
}

interface Steps {
  readonly path: readonly string[];
  readonly pointer: string;
  readonly keyword: string;
}
/** By the literals of the emitted code: as many as there are there. A path begins with `/` or is empty, so nothing inherited is found. */
const located: Record<string, Steps> = {};

/** A name that `properties` or an escape could hide in is never part of a path that comes here. */
function locate(schemaPath: string): Steps {
  const known = located[schemaPath];
  if (known) return known;
  const pointer = schemaPath.replace(/.*?(\/properties(\/[^/]*)|$)/gs, '$2');
  const steps = { pointer, path: pointer.split('/').slice(1), keyword: schemaPath.replace(/.*\//s, '') };
  located[schemaPath] = steps;
  return steps;
}
