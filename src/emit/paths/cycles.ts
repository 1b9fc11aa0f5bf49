/** A type that is defined by itself alone, `A = B | string`, `B = A`, does not compile; it is `unknown` from where the circle closes. */
import type { JsonObject } from '../../load/source.js';
import { isObject } from '../../model/node.js';
import type { Json } from '../../model/schema.js';

const PREFIX = '#/components/schemas/';

export function breakCycles(schemas: JsonObject): JsonObject {
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
    if (made !== schema) Object.defineProperty(out, name, { value: made, enumerable: true, configurable: true, writable: true });
    state.set(name, 'closed');
  };
  for (const name of Object.keys(schemas)) visit(name);
  return out;
}

/** The schema without the references that close a circle and stand in it directly, not in a member or an item. */
function direct(schema: Json, closes: (reference: string) => boolean): Json {
  if (!isObject(schema)) return schema;
  const { $ref } = schema;
  if (typeof $ref === 'string') return closes($ref) ? {} : schema;
  let out = schema;
  for (const combinator of ['allOf', 'anyOf', 'oneOf']) {
    const members = schema[combinator];
    if (!Array.isArray(members)) continue;
    const made = members.map((member: Json) => direct(member, closes));
    if (made.some((member, i) => member !== members[i])) out = { ...out, [combinator]: made };
  }
  return out;
}
