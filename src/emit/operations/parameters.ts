/** The calls that put parameters into a request. The serialization itself is the runtime's. */
import type { Operation, ParameterEncoding } from '../../model/api.js';
import { type Code, code, empty, join } from '../../print/code.js';

export function parameterEncoders(operation: Operation): readonly Code[] {
  const others = operation.parameters.flatMap((parameter): readonly Code[] => {
    switch (parameter.in) {
      case 'path':
        return [];
      case 'query':
        return [
          code`runtime.query(${parameter.name}, ${styleOf(parameter.encoding)}${escaping(parameter.encoding, code`runtime.reserved`)})`,
        ];
      case 'header':
        return [code`runtime.header(${parameter.name}, ${styleOf(parameter.encoding)})`];
      case 'cookie':
        return [
          code`runtime.cookieParameter(${parameter.name}, ${styleOf(parameter.encoding)}${cookieEscaping(parameter.encoding)})`,
        ];
      case 'querystring':
        return [querystringEncoder(parameter.encoding)];
    }
    return parameter.in satisfies never;
  });
  return hasPathParameter(operation) ? [pathEncoder(operation), ...others] : others;
}

function hasPathParameter(operation: Operation): boolean {
  return operation.path.some((part) => part.kind === 'parameter');
}

function pathEncoder(operation: Operation): Code {
  const pieces = operation.path.map((part): Code => {
    if (part.kind === 'literal') return code`${part.text}`;
    const parameter = operation.parameters.find((candidate) => candidate.in === 'path' && candidate.name === part.name);
    return parameter
      ? code`[${part.name}, ${styleOf(parameter.encoding)}${escaping(parameter.encoding, code`runtime.reservedInPath`)}]`
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

export function styleOf(encoding: ParameterEncoding): Code {
  if (encoding.kind === 'content') return isJson(encoding.mediaType) ? code`runtime.asJson` : code`runtime.simple`;
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

function querystringEncoder(encoding: ParameterEncoding): Code {
  if (encoding.kind === 'style') return code`runtime.querystringText`;
  if (isJson(encoding.mediaType)) return code`runtime.querystringJson`;
  return /^application\/x-www-form-urlencoded\b/i.test(encoding.mediaType)
    ? code`runtime.querystringForm`
    : code`runtime.querystringText`;
}

const isJson = (mediaType: string): boolean => /[/+]json\b/i.test(mediaType);
