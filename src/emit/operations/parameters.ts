/** The calls that put parameters into a request. The serialization itself is the runtime's. */
import type { Api, Operation, Parameter, ParameterEncoding } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import { type Code, code, empty, join } from '../../print/code.js';
import { isForm, isJson } from './decoders.js';
import { exactJsonOf } from './exact.js';

type Schemas = Pick<Api, 'schemas'>;
const NAMED: ReadonlySet<Parameter['in']> = new Set(['query', 'cookie'] as const);

export function parameterEncoders(operation: Operation, api: Schemas): readonly Code[] {
  const styled = (parameter: Parameter): Code => styleOf(parameter.encoding, parameter.schema, NAMED.has(parameter.in), api);
  const others = operation.parameters.flatMap((parameter): readonly Code[] => {
    switch (parameter.in) {
      case 'path':
        return [];
      case 'query':
        return [
          code`runtime.query(${parameter.name}, ${styled(parameter)}${escaping(parameter.encoding, code`runtime.reserved`)})`,
        ];
      case 'header':
        return [code`runtime.header(${parameter.name}, ${styled(parameter)})`];
      case 'cookie':
        return [code`runtime.cookieParameter(${parameter.name}, ${styled(parameter)}${cookieEscaping(parameter.encoding)})`];
      case 'querystring':
        return [querystringEncoder(parameter, api)];
    }
    return parameter.in satisfies never;
  });
  return hasPathParameter(operation) ? [pathEncoder(operation, api), ...others] : others;
}

function hasPathParameter(operation: Operation): boolean {
  return operation.path.some((part) => part.kind === 'parameter');
}

function pathEncoder(operation: Operation, api: Schemas): Code {
  const pieces = operation.path.map((part): Code => {
    if (part.kind === 'literal') return code`${part.text}`;
    const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === part.name);
    return parameter
      ? code`[${part.name}, ${styleOf(parameter.encoding, parameter.schema, false, api)}${escaping(parameter.encoding, code`runtime.reservedInPath`)}]`
      : code`[${part.name}, runtime.simple]`;
  });
  return code`runtime.path(${join(pieces, ', ')})`;
}

/** RFC 6570 is for URLs; the style `cookie` of 3.2 leaves the value as it is. */
function cookieEscaping(encoding: ParameterEncoding): Code {
  return encoding.kind === 'style' && encoding.style === 'cookie'
    ? code`, runtime.verbatim`
    : escaping(encoding, code`runtime.reserved`);
}

function escaping(encoding: ParameterEncoding, reserved: Code): Code {
  return encoding.kind === 'style' && encoding.allowReserved ? code`, ${reserved}` : empty;
}

/** `isNamed`: the name is part of the text, as in a query; a path and a header say it elsewhere. */
export function styleOf(encoding: ParameterEncoding, schema: Schema, isNamed: boolean, api: Schemas): Code {
  if (encoding.kind === 'content') {
    if (isJson(encoding.mediaType))
      return code`runtime.${isNamed ? code`asJson` : code`plainJson`}(${exactJsonOf(schema, api) ?? empty})`;
    if (isForm(encoding.mediaType)) return isNamed ? code`runtime.asForm` : code`runtime.plainForm`;
    return isNamed ? code`runtime.form` : code`runtime.simple`;
  }
  const { style, explode } = encoding;
  switch (style) {
    case 'simple':
      return explode ? code`runtime.simpleExploded` : code`runtime.simple`;
    case 'label':
      return explode ? code`runtime.labelExploded` : code`runtime.label`;
    case 'matrix':
      return explode ? code`runtime.matrixExploded` : code`runtime.matrix`;
    case 'form':
      return explode ? code`runtime.formExploded` : code`runtime.form`;
    case 'cookie':
      return explode ? code`runtime.cookieExploded` : code`runtime.cookie`;
    // The specification gives these no exploded form; every other tool and server takes it for that of `form`.
    case 'spaceDelimited':
      return explode ? code`runtime.formExploded` : code`runtime.spaceDelimited`;
    case 'pipeDelimited':
      return explode ? code`runtime.formExploded` : code`runtime.pipeDelimited`;
    case 'deepObject':
      return code`runtime.deepObject`;
  }
  return style satisfies never;
}

function querystringEncoder({ encoding, schema }: Parameter, api: Schemas): Code {
  if (encoding.kind === 'style') return code`runtime.querystringText`;
  if (isJson(encoding.mediaType)) return code`runtime.querystringJson(${exactJsonOf(schema, api) ?? empty})`;
  return isForm(encoding.mediaType) ? code`runtime.querystringForm` : code`runtime.querystringText`;
}
