/** Parameters in `body` and `formData` to a Request Body Object. */
import type { Json } from '../../../model/schema.js';
import { assign } from '../../json-value.js';
import type { JsonObject } from '../../source.js';
import type { Conversion, Listed, Tokens } from './conversion.js';
import { plainItems, styleOf, VALUE_KEYWORDS } from './parameters.js';

/** `in: body`, with its schema under every media type that is consumed. */
export function convertBody(parameter: JsonObject, at: Tokens, consumes: readonly string[], { moves }: Conversion): JsonObject {
  const { name: _, in: __, schema, ...rest } = parameter;
  const content: { [key: string]: Json } = {};
  for (const type of consumes.length > 0 ? consumes : ['application/json']) {
    assign(content, type, schema === undefined ? {} : { schema });
    moves.add(at, { from: ['schema'], to: ['content', type, 'schema'] });
  }
  return { ...rest, content };
}

/** `in: formData`: one object whose properties they are. `moved`: notes where each parameter has gone. */
export function convertForm(
  form: readonly Listed[],
  consumes: readonly string[],
  at: Tokens,
  moved: (parameter: Listed, to: readonly string[]) => void,
  conversion: Conversion,
): JsonObject {
  const properties: { [key: string]: Json } = {};
  const encoding: { [key: string]: Json } = {};
  const required: string[] = [];
  for (const { target, index } of form) {
    const name = target['name'];
    if (typeof name !== 'string') continue;
    const keywords = Object.entries(target).filter(
      ([key]) => key === 'description' || VALUE_KEYWORDS.includes(key) || key.startsWith('x-'),
    );
    const place = [...at, 'parameters', index];
    assign(properties, name, plainItems(Object.fromEntries(keywords), place, conversion));
    if (target['required'] === true) required.push(name);
    if (target['type'] === 'array') assign(encoding, name, styleOf(target['collectionFormat'], 'formData', place, conversion));
  }
  const schema = { type: 'object', properties, ...(required.length > 0 && { required }) };
  const content: { [key: string]: Json } = {};
  const named = consumes.filter((type) => /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type));
  const fallback = form.some(({ target }) => target['type'] === 'file')
    ? 'multipart/form-data'
    : 'application/x-www-form-urlencoded';
  for (const type of named.length > 0 ? named : [fallback]) {
    content[type] = Object.keys(encoding).length > 0 ? { schema, encoding } : { schema };
    for (const parameter of form) {
      const name = parameter.target['name'];
      if (typeof name === 'string') moved(parameter, ['content', type, 'schema', 'properties', name]);
    }
  }
  return required.length > 0 ? { content, required: true } : { content };
}
