/**
 * Where a check stands, in the value and in the schema, and where it leaves its issues.
 *
 * Emitted checks name a fault by one literal, the path of the keyword in the schema. The members of the value that lead to it are in that
 * path too, after each `properties`; it is taken apart once, on the first fault there.
 */
import { type Issue, typeName } from './issue.js';

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

/** Reports that `value` is not what the keyword at `schemaPath` wants; of a `member` that is required and missing, that it is. */
export function fail(at: Place, value: unknown, expected: string, schemaPath: string, member?: boolean): void {
  const steps = locate(schemaPath);
  const received = typeName(value);
  const absent = member && value === undefined;
  const wanted = absent ? 'a value' : expected;
  at.issues.push({
    message: `expected ${wanted}, received ${received}`,
    path: [...at.path, ...steps.path],
    pointer: at.pointer + steps.pointer,
    keyword: absent ? 'required' : steps.keyword,
    schemaPath: at.schemaPath + (absent ? steps.required : schemaPath),
    expected: wanted,
    received,
  });
}

/** Leads a check into a member that is required. */
export function checkMember(at: Place, value: unknown, check: Check, schemaPath: string): void {
  if (value === undefined) missing(at, schemaPath);
  else check(value, within(at, schemaPath));
}

/** Reports the absence of the member that a path of the schema leads to. */
export function missing(at: Place, schemaPath: string): void {
  fail(at, undefined, '', schemaPath, true);
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
  /** The `required` of the object that has the last of the members. */
  readonly required: string;
}
/** By the literals of the emitted code: as many as there are there. */
const located: Map<string, Steps> = /* @__PURE__ */ new Map();

/** A name that `properties` or an escape could hide in is never part of a path that comes here. */
function locate(schemaPath: string): Steps {
  let steps = located.get(schemaPath);
  if (!steps) {
    const [, ...members] = schemaPath.split('/properties/');
    const path = members.map((step) => step.replace(/\/.*/s, ''));
    steps = {
      path,
      pointer: path.map((name) => `/${name}`).join(''),
      keyword: schemaPath.replace(/.*\//s, ''),
      required: `${schemaPath.slice(0, schemaPath.lastIndexOf('/properties/'))}/required`,
    };
    located.set(schemaPath, steps);
  }
  return steps;
}
