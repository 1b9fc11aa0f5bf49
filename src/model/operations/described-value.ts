/** The schema of a parameter or a header and the way its value is written. */
import type { Parameter, ParameterEncoding } from '../api.js';
import type { Node } from '../node.js';
import type { Schema } from '../schema.js';
import type { Schemas } from '../schemas/index.js';
import { parameterWithoutSchema } from './rules.js';
import { styleOf } from './style.js';

export function describedValue(
  node: Node,
  schemas: Schemas,
  direction: 'request' | 'response',
  place: Parameter['in'],
): { readonly schema: Schema; readonly encoding: ParameterEncoding } {
  const [content] = node.has('schema') ? [] : node.entries('content');
  if (content) {
    const [mediaType, media] = content;
    const schema: Schema = media.has('schema')
      ? schemas.build(media.pointer('schema'), direction)
      : { kind: 'any', at: media.at };
    return { schema, encoding: { kind: 'content', mediaType } };
  }
  const encoding = styleOf(node, place);
  if (node.has('schema')) return { schema: schemas.build(node.pointer('schema'), direction), encoding };
  node.context.report(parameterWithoutSchema, node.at, 'expected `schema` or `content`');
  return { schema: { kind: 'string', typed: true, at: node.at }, encoding };
}
