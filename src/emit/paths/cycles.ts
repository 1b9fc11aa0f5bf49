/**
 * A type that is defined by itself alone, `A = B | string`, `B = A[]`, does not compile as a member of an interface, which
 * `components.schemas` is; only inside an object does TypeScript put off looking. So it is `unknown` where the circle closes.
 */
import type { JsonObject } from '../../load/source.js';
import { isObject } from '../../model/node.js';
import type { Json } from '../../model/schema.js';

const PREFIX = '#/components/schemas/';

export function breakCycles(schemas: JsonObject): { readonly schemas: JsonObject; readonly broken: readonly string[] } {
  const broken: string[] = [];
  const state = new Map<string, 'open' | 'closed'>();
  const out: { [name: string]: Json } = Object.fromEntries(Object.entries(schemas));
  const visit = (name: string): void => {
    const schema = out[name];
    if (state.has(name) || schema === undefined) return;
    state.set(name, 'open');
    const made = direct(schema, (reference) => {
      const target = reference.slice(PREFIX.length).replaceAll('~1', '/').replaceAll('~0', '~');
      visit(target);
      return state.get(target) === 'open';
    });
    if (made !== schema) {
      broken.push(name);
      Object.defineProperty(out, name, { value: made, enumerable: true, configurable: true, writable: true });
    }
    state.set(name, 'closed');
  };
  for (const name of Object.keys(schemas)) visit(name);
  return { schemas: out, broken };
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
