/** `enum` and `const`: the values themselves, deep ones included. */
import { isObject } from '../../model/node.js';
import type { Json, LiteralSchema } from '../../model/schema.js';
import { type Code, code, comment, empty, join, literal, propertyKey } from '../../print/code.js';
import { type Expression, primary, unionOf } from './expression.js';

export function literalType({ values, open, descriptions }: LiteralSchema): Expression {
  const members = values.map(valueType);
  if (descriptions?.some((text) => text !== undefined && text !== '')) {
    const all = open ? [...members, ...openTypes(values)] : members;
    const lines = all.map((member, i) => described(member, descriptions[i]));
    return { code: code`${lines}`, form: 'union' };
  }
  return open ? unionOf([...members, ...openTypes(values)]) : unionOf(members);
}

/** An alternative on a line of its own, under what is said of it. */
function described({ code: text }: Expression, description: string | undefined): Code {
  const docs = comment([description ?? '']);
  return docs === empty ? code`\n  | ${text}` : code`\n  ${docs}\n  | ${text}`;
}

function valueType(value: Json): Expression {
  if (Array.isArray(value))
    return primary(
      code`[${join(
        value.map((item) => valueType(item).code),
        ', ',
      )}]`,
    );
  if (isObject(value)) {
    const members = Object.entries(value).map(([key, member]) => code`${propertyKey(key, 'type')}: ${valueType(member).code}`);
    return primary(members.length > 0 ? code`{ ${join(members, '; ')} }` : code`{ [key: string]: never }`);
  }
  // A literal type is one number, and JSON has numbers that none can name.
  return primary(typeof value === 'number' && !Number.isFinite(value) ? code`number` : literal(value));
}

/** The types of the values, spelt so that an editor still offers the values. */
function openTypes(values: readonly Json[]): readonly Expression[] {
  const types = new Set(values.map((value) => typeof value));
  return [
    ...(types.has('string') ? [primary(code`(string & {})`)] : []),
    ...(types.has('number') ? [primary(code`(number & {})`)] : []),
    ...(types.has('boolean') ? [primary(code`boolean`)] : []),
    ...(values.some((value) => Array.isArray(value)) ? [primary(code`unknown[]`)] : []),
    ...(values.some((value) => isObject(value)) ? [primary(code`{ [key: string]: unknown }`)] : []),
  ];
}
