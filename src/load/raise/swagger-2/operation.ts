/** @see https://swagger.io/specification/v2/#operation-object */
import type { Json } from '../../../model/schema.js';
import { assign, isObject } from '../../json-value.js';
import type { JsonObject } from '../../source.js';
import { convertBody, convertForm } from './body.js';
import { type Conversion, type Listed, type Split, strings, type Tokens } from './conversion.js';
import { checkLater, checkMediaTypes } from './formalities.js';
import { convertParameter } from './parameters.js';
import { convertResponse } from './responses.js';
import { convertServers } from './servers.js';

export const METHODS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch']);

/** `pathItem`: where the author wrote the Path Item; `inherited`: its parameters. */
export function convertOperation(
  value: Json,
  method: string,
  pathItem: Tokens,
  inherited: Split | undefined,
  conversion: Conversion,
): Json {
  if (!isObject(value)) return value;
  const { consumes, produces, schemes, parameters, responses, ...rest } = value;
  const at = [...pathItem, method];
  checkMediaTypes(value, at, conversion);
  checkLater(value, ['requestBody'], at, conversion);
  const own = conversion.split(Array.isArray(parameters) ? parameters : [], at);
  const plain = own.plain.map(({ value: parameter, index }, i) => {
    conversion.moves.add(at, { from: ['parameters', String(index)], to: ['parameters', String(i)] });
    return convertParameter(parameter, [...at, 'parameters', index], conversion);
  });
  const requestBody = requestBodyOf(own, inherited, method, strings(consumes) ?? conversion.consumes, conversion);
  const produced = strings(produces) ?? conversion.produces;
  const servers = schemes === undefined ? undefined : convertServers({ ...conversion.document, schemes }, conversion);
  return {
    ...rest,
    ...(servers && { servers }),
    ...(plain.length > 0 && { parameters: plain }),
    ...(parameters !== undefined && !Array.isArray(parameters) && { parameters }),
    ...(requestBody && { requestBody }),
    ...(responses !== undefined && { responses: convertResponses(responses, [...at, 'responses'], produced, conversion) }),
  };
}

/** The operation's own body or form wins over that of the Path Item. */
function requestBodyOf(
  own: Split,
  inherited: Split | undefined,
  method: string,
  consumes: readonly string[],
  conversion: Conversion,
): JsonObject | undefined {
  const owner = own.body || own.form.length > 0 ? own : inherited;
  if (!owner) return undefined;
  const prefix = owner === own ? ['requestBody'] : [method, 'requestBody'];
  const moved = ({ index }: Listed, to: readonly string[]): void =>
    conversion.moves.add(owner.at, { from: ['parameters', String(index)], to: [...prefix, ...to] });
  const { body, form } = owner;
  if (body) {
    moved(body, []);
    const reference = isObject(body.value) ? body.value['$ref'] : undefined;
    if (typeof reference === 'string') return { $ref: reference };
    return convertBody(body.target, [...owner.at, 'parameters', body.index], consumes, conversion);
  }
  return form.length > 0 ? convertForm(form, consumes, owner.at, moved, conversion) : undefined;
}

function convertResponses(value: Json, at: Tokens, produces: readonly string[], conversion: Conversion): Json {
  if (!isObject(value)) return value;
  const out: { [key: string]: Json } = {};
  for (const [key, response] of Object.entries(value)) {
    assign(out, key, key.startsWith('x-') ? response : convertResponse(response, [...at, key], produces, conversion));
  }
  return out;
}
