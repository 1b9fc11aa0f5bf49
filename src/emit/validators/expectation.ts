/** What would have passed, in a few words of English, for issues. Strings of the document are quoted as JSON. */
import type { Json, Schema, StringSchema } from '../../model/schema.js';
import type { Facts } from './facts.js';

export function expectation(schema: Schema, facts: Facts): string {
  switch (schema.kind) {
    case 'any':
      return 'anything';
    case 'never':
      return 'nothing';
    case 'reference': {
      const plain = facts.plain(schema);
      return plain ? expectation(plain, facts) : schema.to;
    }
    case 'literal':
      return literals(schema.values);
    case 'null':
    case 'boolean':
    case 'array':
    case 'object':
      return schema.kind;
    case 'number':
      if (schema.as === 'bigint') return 'bigint';
      return schema.as === 'string' ? 'integer as a string' : schema.integer ? 'integer' : 'number';
    case 'string':
      return text(schema);
    case 'binary':
      return schema.body ? 'Blob, buffer or stream' : 'Blob';
    case 'union':
      return alternatives([...new Set(schema.members.map((member) => expectation(member, facts)))]);
    case 'intersection':
      return [...new Set(schema.members.map((member) => expectation(member, facts)))].slice(0, 3).join(' and ');
    case 'not':
      return `anything but ${expectation(schema.schema, facts)}`;
    case 'conditional':
      return 'what its condition asks for';
    case 'unevaluated':
      return expectation(schema.base, facts);
    default:
      return schema satisfies never;
  }
}

const text = ({ format }: StringSchema): string => (format?.asserted ? format.name : 'string');

const SHOWN = 8;
function literals(values: readonly Json[]): string {
  if (values.length === 0) return 'nothing';
  return alternatives(values.map(short));
}
export function alternatives(texts: readonly string[]): string {
  if (texts.length > SHOWN) return `${texts.slice(0, SHOWN).join(', ')} or one of ${texts.length - SHOWN} more`;
  const last = texts.at(-1) ?? 'nothing';
  return texts.length > 1 ? `${texts.slice(0, -1).join(', ')} or ${last}` : last;
}
function short(value: Json): string {
  const json = JSON.stringify(value);
  return json.length > 40 ? `${json.slice(0, 39)}…` : json;
}
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
