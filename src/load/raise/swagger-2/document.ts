/**
 * A Swagger 2.0 document in the shape of OpenAPI 3: what it says is kept, where it stands changes, and every move is noted.
 * Schemas are left as they are, to be raised with all others. Members of wrong types are passed on, so that the model names them.
 *
 * @see https://swagger.io/specification/v2/
 */
import type { Finding } from '../../../diagnostics.js';
import type { Json } from '../../../model/schema.js';
import { assign, isObject } from '../../json-value.js';
import type { JsonObject } from '../../source.js';
import { Edits } from '../edits.js';
import { Conversion, type Tokens } from './conversion.js';
import { checkDocument } from './formalities.js';
import { convertOperation, METHODS } from './operation.js';
import { convertParameter, convertSharedParameters } from './parameters.js';
import { convertResponse } from './responses.js';
import { convertSecuritySchemes } from './security.js';
import { convertServers } from './servers.js';

export interface Converted {
  readonly value: JsonObject;
  readonly moves: Edits;
}

/** `file`: as pointers into it begin. Pointers of the findings are the author's. */
export function convertDocument(document: JsonObject, file: string, findings: Finding[]): Converted {
  const moves = new Edits();
  const conversion = new Conversion(document, file, moves, findings);
  checkDocument(document, conversion);
  const {
    swagger,
    host,
    basePath,
    schemes,
    consumes,
    produces,
    paths,
    definitions,
    parameters,
    responses,
    securityDefinitions,
    ...rest
  } = document;
  moves.add(
    [],
    { from: ['swagger'], to: ['openapi'] },
    { from: ['definitions'], to: ['components', 'schemas'] },
    { from: ['responses'], to: ['components', 'responses'] },
    { from: ['securityDefinitions'], to: ['components', 'securitySchemes'] },
  );
  const shared = isObject(parameters) ? convertSharedParameters(parameters, conversion) : undefined;
  moves.add([], { from: ['parameters'], to: ['components', 'parameters'] });
  const components = {
    ...(definitions !== undefined && { schemas: definitions }),
    ...shared,
    ...(parameters !== undefined && !isObject(parameters) && { parameters }),
    ...(responses !== undefined && {
      responses: eachOf(responses, (value, name) => convertResponse(value, ['responses', name], conversion.produces, conversion)),
    }),
    ...(securityDefinitions !== undefined && { securitySchemes: convertSecuritySchemes(securityDefinitions, conversion) }),
  };
  const servers = convertServers(document, conversion);
  const value = {
    openapi: '3.0.4',
    ...rest,
    ...(servers && { servers }),
    ...(paths !== undefined && {
      paths: eachOf(paths, (item, path) => (path.startsWith('x-') ? item : convertPathItem(item, ['paths', path], conversion))),
    }),
    ...(Object.keys(components).length > 0 && { components }),
  };
  return { value, moves };
}

/** A part that another file refers to, without the document around it that would say what it consumes and produces. */
export function convertPart(
  value: Json,
  kind: 'parameter' | 'response' | 'path-item',
  at: Tokens,
  file: string,
  moves: Edits,
  findings: Finding[],
): Json {
  const conversion = new Conversion({}, file, moves, findings);
  switch (kind) {
    case 'parameter':
      return convertParameter(value, at, conversion);
    case 'response':
      return convertResponse(value, at, conversion.produces, conversion);
    case 'path-item':
      return convertPathItem(value, at, conversion);
    default:
      return kind satisfies never;
  }
}

/** Parameters that fill the body belong to each operation. */
function convertPathItem(item: Json, at: Tokens, conversion: Conversion): Json {
  if (!isObject(item)) return item;
  const { parameters, ...rest } = item;
  const inherited = Array.isArray(parameters) ? conversion.split(parameters, at) : undefined;
  const out: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(rest)) {
    assign(out, key, METHODS.has(key) ? convertOperation(value, key, at, inherited, conversion) : value);
  }
  const plain = inherited?.plain.map(({ value, index }, i) => {
    conversion.moves.add(at, { from: ['parameters', String(index)], to: ['parameters', String(i)] });
    return convertParameter(value, [...at, 'parameters', index], conversion);
  });
  if (plain && plain.length > 0) out['parameters'] = plain;
  else if (!plain && parameters !== undefined) out['parameters'] = parameters;
  return out;
}

function eachOf(value: Json, convert: (member: Json, key: string) => Json): Json {
  if (!isObject(value)) return value;
  const out: { [key: string]: Json } = {};
  for (const [key, member] of Object.entries(value)) assign(out, key, convert(member, key));
  return out;
}
