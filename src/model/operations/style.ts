/** How a parameter is written. @see https://spec.openapis.org/oas/v3.2.0#style-values */
import { quote } from '../../diagnostics.js';
import type { Parameter, ParameterEncoding } from '../api.js';
import type { Node } from '../node.js';
import { invalidStyle } from './rules.js';

type Style = Extract<ParameterEncoding, { kind: 'style' }>['style'];

const STYLES: Readonly<Record<Parameter['in'], readonly [usual: Style, ...others: Style[]]>> = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form', 'cookie'],
  querystring: ['form'],
};

/** `style`, `explode`, `allowReserved` and `allowEmptyValue` of a Parameter, Header or Encoding Object, with the defaults of its place. */
export function styleOf(node: Node, place: Parameter['in']): ParameterEncoding {
  const allowed = STYLES[place];
  const given = node.string('style');
  const style = allowed.find((name) => name === given) ?? allowed[0];
  if (given !== undefined && style !== given) {
    node.context.report(
      invalidStyle,
      node.pointer('style'),
      `a ${place} parameter is written in ${allowed.join(', ')}, found ${quote(given)}`,
    );
  }
  return {
    kind: 'style',
    style,
    explode: node.boolean('explode') ?? (style === 'form' || style === 'cookie' || style === 'deepObject'),
    allowReserved: node.boolean('allowReserved') ?? false,
    allowEmptyValue: node.boolean('allowEmptyValue') ?? false,
  };
}
