/** Arrays and tuples. A tuple is open and its items are optional, unless the schema closes it or asks for a number of items. */
import type { ArraySchema, Schema } from '../../model/schema.js';
import { type Code, code, join } from '../../print/code.js';
import { type Expression, enclosed, primary, unionOf } from './expression.js';

export function arrayType(schema: ArraySchema, typeOf: (schema: Schema) => Expression): Expression {
  const { prefixItems, items, minItems = 0, maxItems = Infinity } = schema;
  if (schema.iterable) {
    const item = typeOf(items).code;
    return unionOf([primary(code`Iterable<${item}>`), primary(code`AsyncIterable<${item}>`)]);
  }
  if (maxItems === 0) return primary(code`[]`);
  if (prefixItems.length === 0) {
    return primary(items.kind === 'never' ? code`[]` : code`${enclosed(typeOf(items), 'suffix')}[]`);
  }
  const isClosed = items.kind === 'never' || maxItems <= prefixItems.length;
  const elements: Code[] = prefixItems.slice(0, maxItems).map((item, i) => {
    const type = typeOf(item);
    return i < minItems ? type.code : code`${enclosed(type, 'suffix')}?`;
  });
  if (!isClosed) elements.push(code`...${enclosed(typeOf(items), 'suffix')}[]`);
  return primary(code`[${join(elements, ', ')}]`);
}
