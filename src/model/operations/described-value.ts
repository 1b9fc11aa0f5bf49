/** The schema of a parameter or a header and the way its value is written. */
import { quote } from '../../diagnostics.js';
import type { Parameter, ParameterEncoding } from '../api.js';
import type { Node } from '../node.js';
import type { Schema } from '../schema.js';
import type { Schemas } from '../schemas/index.js';
import { ignoredMember, parameterWithoutSchema } from './rules.js';
import { styleOf } from './style.js';

export function describedValue(
  node: Node,
  schemas: Schemas,
  direction: 'request' | 'response',
  place: Parameter['in'],
): { readonly schema: Schema; readonly encoding: ParameterEncoding } {
  if (node.has('schema') && node.has('content'))
    node.context.report(ignoredMember, node.pointer('content'), 'content is ignored: schema stands beside it', 'key');
  const [content, ...others] = node.has('schema') ? [] : node.entries('content');
  for (const [mediaType, { at }] of others)
    node.context.report(ignoredMember, at, `${quote(mediaType)} is ignored: a value is written in one media type`, 'key');
  if (content) {
    const [mediaType, media] = content;
    const schema: Schema = media.has('schema') ? schemas.build(media, 'schema', direction) : { kind: 'any', at: media.at };
    return { schema, encoding: { kind: 'content', mediaType } };
  }
  const encoding = styleOf(node, place);
  if (node.has('schema')) return { schema: schemas.build(node, 'schema', direction), encoding };
  node.context.report(parameterWithoutSchema, node.at, 'expected `schema` or `content`');
  return { schema: { kind: 'string', typed: true, at: node.at }, encoding };
}
