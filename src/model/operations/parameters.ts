/** @see https://spec.openapis.org/oas/v3.2.0#parameter-object */
import { type Pointer, quote } from '../../diagnostics.js';
import type { Parameter, PathPart } from '../api.js';
import { byCodeUnits, type Context, describe, type Node } from '../node.js';
import type { Schemas } from '../schemas/index.js';
import { describedValue } from './described-value.js';
import { documentation, titled } from './documentation.js';
import { isHeaderName } from './headers.js';
import type { Direction } from './media-types.js';
import { checkMembers } from './members.js';
import {
  assumedPathParameter,
  duplicateParameter,
  ignoredHeaderParameter,
  invalidHeaderName,
  invalidParameter,
  optionalPathParameter,
  undeclaredPathParameter,
  unusedPathParameter,
} from './rules.js';

const IGNORED_HEADERS = new Set(['accept', 'content-type', 'authorization']);

/** Those of the operation, and those of the path item that it does not override, by place and name. */
export function buildParameters(
  pathItem: Node,
  operation: Node,
  path: readonly PathPart[],
  pathAt: Pointer,
  schemas: Schemas,
  direction: Direction,
): readonly Parameter[] {
  const named = new Set(path.flatMap((part) => (part.kind === 'parameter' ? [part.name] : [])));
  const byKey = new Map([...readList(pathItem, named), ...readList(operation, named)]);
  const parameters = [...byKey.values()].flatMap((reading) => buildParameter(reading, schemas, direction) ?? []);
  for (const name of named) {
    if (parameters.some((parameter) => parameter.in === 'path' && parameter.name === name)) continue;
    const assumed = assume(operation.context, name, pathAt);
    if (assumed) parameters.push(assumed);
  }
  const whole = parameters.findLast((parameter) => parameter.in === 'querystring');
  return parameters
    .filter((parameter) => parameter.in !== 'querystring' || parameter === whole || leftOut(operation.context, parameter))
    .filter((parameter) => parameter.in !== 'path' || named.has(parameter.name) || unused(operation.context, parameter))
    .sort((a, b) => byCodeUnits(a.in, b.in) || byCodeUnits(a.name, b.name));
}

interface Reading {
  readonly node: Node;
  readonly reference: Node;
  readonly name: string;
  readonly in: Parameter['in'];
}

/** `named`: by the path. */
function readList(owner: Node, named: ReadonlySet<string>): readonly (readonly [string, Reading])[] {
  const seen = new Set<string>();
  return owner.objects('parameters').flatMap((reference) => {
    const node = reference.follow();
    if (!node) return [];
    checkMembers(node, 'Parameter Object');
    const name = node.string('name');
    const place = placeOf(node, name !== undefined && named.has(name));
    if (name === undefined || place === undefined) {
      if (!node.has('name')) node.context.report(invalidParameter, reference.at, 'expected a parameter with a `name`');
      return [];
    }
    // Names of headers have no case.
    const key = `${place} ${place === 'header' ? name.toLowerCase() : name}`;
    if (seen.has(key))
      node.context.report(duplicateParameter, reference.at, `the ${place} parameter ${quote(name)} is declared twice`);
    seen.add(key);
    return [[key, { node, reference, name, in: place }] as const];
  });
}

const PLACES: ReadonlyMap<unknown, Parameter['in']> = new Map(
  (['path', 'query', 'header', 'cookie', 'querystring'] as const).map((place) => [place, place]),
);

function placeOf(node: Node, isNamed: boolean): Parameter['in'] | undefined {
  const given = node.get('in');
  const place = PLACES.get(given);
  if (place !== undefined) return place;
  const meant = PLACES.get(typeof given === 'string' ? given.trim().toLowerCase() : given) ?? (isNamed ? 'path' : undefined);
  const found = given === undefined ? 'nothing' : describe(given);
  const done = meant === undefined ? 'the parameter is left out' : `it is taken to be ${meant}`;
  node.context.report(
    invalidParameter,
    given === undefined ? node.at : node.pointer('in'),
    `expected \`in\` to be path, query, header, cookie or querystring, found ${found}; ${done}`,
  );
  return meant;
}

function buildParameter(reading: Reading, schemas: Schemas, direction: Direction): Parameter | undefined {
  const { node, reference, name, in: place } = reading;
  if (place === 'header' && IGNORED_HEADERS.has(name.toLowerCase())) {
    node.context.report(ignoredHeaderParameter, node.at, `the header parameter ${quote(name)} is left out`);
    return undefined;
  }
  if (place === 'header' && !isHeaderName(name)) {
    node.context.report(invalidHeaderName, node.pointer('name'), `${quote(name)} is no name of a header`);
    return undefined;
  }
  const required = node.boolean('required') ?? false;
  if (place === 'path' && !required) {
    const at = node.has('required') ? node.pointer('required') : node.at;
    node.context.report(optionalPathParameter, at, `the path parameter ${quote(name)} is taken to be required`);
  }
  return {
    name,
    in: place,
    required: required || place === 'path',
    ...describedValue(node, schemas, direction, place),
    docs: titled(documentation(node, reference), undefined),
    at: node.at,
  };
}

function assume(context: Context, name: string, at: Pointer): Parameter | undefined {
  if (context.options.operations.undeclaredPathParameters === 'refuse') {
    context.report(undeclaredPathParameter, at, `the path names ${quote(name)}, which no parameter declares`, 'key');
    return undefined;
  }
  context.report(assumedPathParameter, at, `${quote(name)} is taken to be a required string`, 'key');
  const encoding = { kind: 'style', style: 'simple', explode: false, allowReserved: false, allowEmptyValue: false } as const;
  return { name, in: 'path', required: true, schema: { kind: 'string', typed: true, at }, encoding, docs: {}, at };
}

function unused(context: Context, parameter: Parameter): false {
  context.report(unusedPathParameter, parameter.at, `no part of the path is called ${quote(parameter.name)}`);
  return false;
}

function leftOut(context: Context, { name, at }: Parameter): false {
  context.report(duplicateParameter, at, `${quote(name)} is left out: another parameter is the whole query string`);
  return false;
}
