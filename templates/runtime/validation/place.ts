/**
 * Where a check stands, in the value and in the schema, and where it leaves its issues.
 *
 * Emitted checks name a fault by one literal, the path of the keyword in the schema: the members of the value that lead to it
 * are in that path too, after each `properties`. It is taken apart once, on the first fault there.
 */
import { type Issue, typeName } from './issue.js';

export interface Place {
  readonly issues: Issue[];
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly schemaPath: string;
  /** How many alternatives are being tried at once, see `closest`. */
  readonly trials: number;
}
export type Check = (value: unknown, at: Place) => void;

export function root(): Place {
  return { issues: [], path: [], pointer: '', schemaPath: '', trials: 1 };
}

/** One level down, or several: along the path of the schema and, where that leads to an item or to any member, by its key. */
export function within(at: Place, schemaPath: string, key?: string | number): Place {
  const steps = locate(schemaPath);
  const path = [...at.path, ...steps.path];
  let pointer = at.pointer + steps.pointer;
  if (key !== undefined) {
    path.push(key);
    pointer += `/${referenceToken(key)}`;
  }
  return { issues: at.issues, path, pointer, schemaPath: at.schemaPath + schemaPath, trials: at.trials };
}

/** Reports that `value` is not what the keyword at `schemaPath` wants. */
export function fail(at: Place, value: unknown, expected: string, schemaPath: string): void {
  const { path, pointer, keyword } = locate(schemaPath);
  const received = typeName(value);
  at.issues.push({
    message: `expected ${expected}, received ${received}`,
    path: [...at.path, ...path],
    pointer: at.pointer + pointer,
    keyword,
    schemaPath: at.schemaPath + schemaPath,
    expected,
    received,
  });
}

/** The same of a member that is required: where it is missing, that is the fault. */
export function failMember(at: Place, value: unknown, expected: string, schemaPath: string): void {
  if (value === undefined) missing(at, schemaPath);
  else fail(at, value, expected, schemaPath);
}

/** Leads a check into a member that is required. */
export function checkMember(at: Place, value: unknown, check: Check, schemaPath: string): void {
  if (value === undefined) missing(at, schemaPath);
  else check(value, within(at, schemaPath));
}

/** Reports the absence of the member that a path of the schema leads to. */
export function missing(at: Place, schemaPath: string): void {
  const { path, pointer, required } = locate(schemaPath);
  at.issues.push({
    message: 'expected a value, received nothing',
    path: [...at.path, ...path],
    pointer: at.pointer + pointer,
    keyword: 'required',
    schemaPath: at.schemaPath + required,
    expected: 'a value',
    received: 'nothing',
  });
}

interface Steps {
  readonly path: readonly (string | number)[];
  readonly pointer: string;
  readonly keyword: string;
  /** The `required` of the object that the path enters last. */
  readonly required: string;
}
/** By the literals of the emitted code: as many as there are there. */
const located: Map<string, Steps> = /* @__PURE__ */ new Map();

function locate(schemaPath: string): Steps {
  const known = located.get(schemaPath);
  if (known) return known;
  const steps = schemaPath.split('/');
  const path: (string | number)[] = [];
  let pointer = '';
  let required = '';
  for (let i = 1; i < steps.length; i++) {
    const step = steps[i];
    if (step !== 'properties' && step !== 'prefixItems') continue;
    const key = steps[i + 1] ?? '';
    pointer += `/${key}`;
    path.push(step === 'prefixItems' ? +key : key.replaceAll('~1', '/').replaceAll('~0', '~'));
    required = `${steps.slice(0, i++).join('/')}/required`;
  }
  const found: Steps = { path, pointer, keyword: steps[steps.length - 1] ?? '', required };
  located.set(schemaPath, found);
  return found;
}

/** A key as a reference token of RFC 6901. */
export function referenceToken(key: string | number): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
