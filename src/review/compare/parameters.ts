import { quote } from '../../diagnostics.js';
import type { Operation, Parameter } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import type { Review } from './apis.js';
import { into, type Position, property, type SymbolPath } from './changes.js';
import { compareEncodings, isScalar } from './encodings.js';
import { exportsOf, type OperationPair } from './operations.js';
import { Pairing } from './pairing.js';
import { breaks, type Comparison, reachable } from './schemas/difference.js';

const GROUP = {
  path: 'path',
  query: 'query',
  header: 'headers',
  cookie: 'cookies',
  querystring: 'querystring',
} as const satisfies Record<Parameter['in'], string>;

export function compareParameters(review: Review, pair: OperationPair): void {
  const pairing = new Pairing(pair.old.parameters, pair.new.parameters);
  for (const [a, b] of pairing.byKey((one) => `${one.in} ${nameOf(one)}`)) compareParameter(review, pair, a, b);
  const renamed = pairing.where((a, b) => a.in === 'path' && b.in === 'path' && slotOf(pair.old, a) === slotOf(pair.new, b));
  for (const [a, b] of renamed) {
    state(review, pair, 'path-parameter-renamed', a, b, `${quote(a.name)} is called ${quote(b.name)} now`);
    compareParameter(review, pair, a, b);
  }
  for (const [a, b] of pairing.byKey(nameOf)) state(review, pair, 'parameter-moved', a, b, `sent in ${b.in} instead of ${a.in}`);
  for (const a of pairing.removed) state(review, pair, removalOf(a, pair), a, undefined, 'it is gone');
  for (const b of pairing.added) {
    const code = b.required && !pair.inverted ? 'required-parameter-added' : 'parameter-added';
    state(review, pair, code, undefined, b, b.required ? 'it is new and required' : 'it is new');
  }
}

/** What arrives at a handler is read there, like a property of the payload. */
function removalOf({ required }: Parameter, { inverted }: OperationPair): ParameterCode {
  if (!inverted) return 'parameter-removed';
  return required ? 'received-required-property-removed' : 'received-property-removed';
}

/** Names of headers have no case, and that of the whole query string is never sent. */
function nameOf({ in: place, name }: Parameter): string {
  return place === 'querystring' ? '' : place === 'header' ? name.toLowerCase() : name;
}

/** Which of the variable parts of the path a parameter is. */
function slotOf(operation: Operation, parameter: Parameter): number {
  return operation.path.filter((part) => part.kind === 'parameter').findIndex((part) => part.name === parameter.name);
}

function compareParameter(review: Review, pair: OperationPair, a: Parameter, b: Parameter): void {
  if (a.in === 'header' && a.name !== b.name) {
    state(review, pair, 'header-parameter-respelt', a, b, `${quote(a.name)} is spelt ${quote(b.name)} now`);
  }
  if (a.required !== b.required) {
    if (pair.inverted)
      state(
        review,
        pair,
        b.required ? 'received-property-became-required' : 'received-property-became-optional',
        a,
        b,
        b.required ? 'it always comes' : 'it may be missing',
      );
    else
      state(
        review,
        pair,
        b.required ? 'parameter-became-required' : 'parameter-became-optional',
        a,
        b,
        b.required ? 'it is required now' : 'it may be left out now',
      );
  }
  const encoding = compareEncodings(a, b, review.schemas);
  if (encoding !== 'same') {
    const code = encoding === 'changed' ? 'parameter-encoding-changed' : 'parameter-encoding-relaxed';
    state(review, pair, code, a, b, `written as ${encodingOf(b)} instead of ${encodingOf(a)}`);
  }
  const position = positionOf(pair, b);
  const comparison = review.schemas.compare(a.schema, b.schema, position.direction);
  if (!pair.inverted && becameText(comparison) && isStyled(a) && isStyled(b)) {
    state(review, pair, 'parameter-type-became-text', a, b, 'it is a string now');
    return;
  }
  const items = pair.inverted ? undefined : becameListOf(review, a, b);
  if (!items) {
    review.changes.schemas(position, comparison);
    return;
  }
  state(review, pair, 'parameter-became-list', a, b, 'it is a list now');
  // What else differs between the value of today and those of the list.
  const symbol = into(position.symbol, { kind: 'item' });
  review.changes.schemas({ ...position, symbol }, review.schemas.compare(a.schema, items, position.direction));
}

/** The items of the list that a value became. Written one by one, `?tag=a` is the list of one value. */
function becameListOf(review: Review, a: Parameter, b: Parameter): Schema | undefined {
  const { old, new: is } = review.schemas;
  const [only, ...others] = is.of(b.schema).alternatives;
  if (only?.schema.kind !== 'array' || others.length > 0 || !isScalar(old.of(a.schema))) return undefined;
  const { encoding } = b;
  const repeats = encoding.kind === 'style' && encoding.style === 'form' && encoding.explode;
  const { items, minItems = 0 } = only.schema;
  return repeats && minItems <= 1 && !breaks(review.schemas.compare(a.schema, items, 'send')) ? items : undefined;
}

/** As JSON a number and its text are two things. */
const isStyled = ({ encoding }: Parameter): boolean => encoding.kind === 'style';

/** A number or a boolean for which any text is taken now: what deployed builds send is still right. */
function becameText(comparison: Comparison): boolean {
  const found = [...reachable(comparison)].flatMap((one) => one.differences);
  const [only] = found;
  if (found.length !== 1 || only?.code !== 'sent-type-changed') return false;
  const { before, after } = only;
  if (typeof before !== 'object' || typeof after !== 'object') return false;
  return (
    (before.kind === 'number' || before.kind === 'boolean') &&
    after.kind === 'string' &&
    !after.pattern &&
    !after.format &&
    after.maxLength === undefined &&
    (after.minLength ?? 0) <= 1 &&
    after.contentEncoding === undefined
  );
}

function encodingOf({ encoding }: Parameter): string {
  switch (encoding.kind) {
    case 'content':
      return quote(encoding.mediaType);
    case 'style':
      return `${encoding.style}${encoding.explode ? ', exploded' : ''}${encoding.allowReserved ? ', reserved characters as they are' : ''}${encoding.allowEmptyValue ? ', empty values allowed' : ''}`;
    default:
      return encoding satisfies never;
  }
}

function positionOf(pair: OperationPair, parameter: Parameter): Position {
  const symbol: SymbolPath = {
    name: `${pair.new.typeName}Input`,
    steps: [property(GROUP[parameter.in]), ...(parameter.in === 'querystring' ? [] : [property(parameter.name)])],
  };
  return {
    where: pair.where,
    label: `${parameter.in} parameter ${quote(parameter.name)}`,
    symbol,
    direction: pair.inverted ? 'receive' : 'send',
    exports: exportsOf(pair.old, pair.new),
    operation: pair.new,
  };
}

type ParameterCode =
  | 'path-parameter-renamed'
  | 'parameter-moved'
  | 'parameter-removed'
  | 'parameter-added'
  | 'required-parameter-added'
  | 'parameter-became-required'
  | 'parameter-became-optional'
  | 'parameter-encoding-changed'
  | 'parameter-encoding-relaxed'
  | 'parameter-type-became-text'
  | 'parameter-became-list'
  | 'header-parameter-respelt'
  | 'received-required-property-removed'
  | 'received-property-removed'
  | 'received-property-became-required'
  | 'received-property-became-optional';

function state(
  review: Review,
  pair: OperationPair,
  code: ParameterCode,
  a: Parameter | undefined,
  b: Parameter | undefined,
  message: string,
): void {
  const shown = b ?? a;
  if (!shown) return;
  const position = positionOf(pair, shown);
  review.changes.state(position, {
    code,
    old: a?.at,
    new: b?.at,
    label: position.label,
    symbol: position.symbol,
    before: a?.schema,
    after: b?.schema,
    message,
  });
}
