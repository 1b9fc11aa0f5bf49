/** How a parameter is written. @see https://spec.openapis.org/oas/v3.2.0#style-values */
import { quote } from '../../diagnostics.js';
import type { Parameter, ParameterEncoding } from '../api.js';
import type { Node } from '../node.js';
import { ignoredMember, invalidStyle } from './rules.js';

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
  reportVainEmptyValue(node, place, style);
  return {
    kind: 'style',
    style,
    explode: node.boolean('explode') ?? (style === 'form' || style === 'cookie' || style === 'deepObject'),
    allowReserved: node.boolean('allowReserved') ?? false,
    allowEmptyValue: isEmptyValueAllowed(node, place, style),
  };
}

/** The specification has it for queries alone, and not where a style has no form for an empty value. */
function isEmptyValueAllowed(node: Node, place: Parameter['in'], style: Style): boolean {
  return node.boolean('allowEmptyValue') === true && place === 'query' && style === 'form';
}

function reportVainEmptyValue(node: Node, place: Parameter['in'], style: Style): void {
  if (node.boolean('allowEmptyValue') !== true || isEmptyValueAllowed(node, place, style)) return;
  const reason = place === 'query' ? `the style ${style} has no empty value` : 'it is for query parameters alone';
  node.context.report(ignoredMember, node.pointer('allowEmptyValue'), `allowEmptyValue is ignored: ${reason}`, 'key');
}
