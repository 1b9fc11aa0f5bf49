/**
 * A type that is defined by itself alone, `A = B | string`, `B = A[]`, does not compile as a member of an interface, which
 * `components.schemas` is; only inside an object does TypeScript put off looking. So it is `unknown` where the circle closes.
 */
import { unescaped } from '../../diagnostics.js';
import type { JsonObject } from '../../load/source.js';
import { isObject } from '../../model/node.js';
import type { Json } from '../../model/schema.js';

const PREFIX = '#/components/schemas/';

/** Depth first without recursion: chains of references may be long. */
export function breakCycles(schemas: JsonObject): { readonly schemas: JsonObject; readonly broken: readonly string[] } {
  const broken: string[] = [];
  const state = new Map<string, 'open' | 'closed'>();
  const out: { [name: string]: Json } = Object.fromEntries(Object.entries(schemas));
  const path: Step[] = [];
  const enter = (name: string): void => {
    const schema = Object.hasOwn(out, name) ? out[name] : undefined;
    if (schema === undefined) return;
    state.set(name, 'open');
    path.push({ name, schema, next: referencesIn(schema).reverse(), closing: new Set() });
  };
  const leave = ({ name, schema, closing }: Step): void => {
    const made = direct(schema, (reference) => closing.has(reference));
    if (made !== schema) {
      broken.push(name);
      Object.defineProperty(out, name, { value: made, enumerable: true, configurable: true, writable: true });
    }
    state.set(name, 'closed');
    path.pop();
  };
  for (const name of Object.keys(schemas)) {
    if (!state.has(name)) enter(name);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const reference = top.next.pop();
      if (reference === undefined) leave(top);
      else {
        const target = unescaped(reference.slice(PREFIX.length));
        const met = state.get(target);
        if (met === 'open') top.closing.add(reference);
        else if (met === undefined) enter(target);
      }
    }
  }
  return { schemas: out, broken };
}
interface Step {
  readonly name: string;
  readonly schema: Json;
  /** References that are still to be followed, the last one first. */
  readonly next: string[];
  /** Those that lead back into the path. */
  readonly closing: Set<string>;
}

/** The references that do not stand in a member of an object. */
function referencesIn(schema: Json): string[] {
  const found: string[] = [];
  direct(schema, (reference) => {
    found.push(reference);
    return false;
  });
  return found;
}

/** The schema without the references that close a circle and do not stand in a member of an object. */
function direct(schema: Json, closes: (reference: string) => boolean): Json {
  if (!isObject(schema)) return schema;
  const { $ref } = schema;
  if (typeof $ref === 'string') return closes($ref) ? {} : schema;
  let out = schema;
  const put = (keyword: string, made: Json): void => {
    if (made !== schema[keyword]) out = { ...out, [keyword]: made };
  };
  if (isObject(schema['items'])) put('items', direct(schema['items'], closes));
  for (const keyword of ['allOf', 'anyOf', 'oneOf', 'prefixItems']) {
    const members = schema[keyword];
    if (!Array.isArray(members)) continue;
    const made = members.map((member: Json) => direct(member, closes));
    put(keyword, made.some((member, i) => member !== members[i]) ? made : members);
  }
  return out;
}
