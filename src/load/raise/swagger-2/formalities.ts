/**
 * What a Swagger 2.0 document says that its conversion would pass over: members of OpenAPI 3 and values of other types than 2.0 expects.
 *
 * @see https://swagger.io/specification/v2/
 */
import { describe } from '../../../model/node.js';
import type { Json } from '../../../model/schema.js';
import { memberOfLaterVersion, missingMember, mistypedMember } from '../../rules.js';
import type { JsonObject } from '../../source.js';
import type { Conversion, Tokens } from './conversion.js';

export function checkDocument(document: JsonObject, conversion: Conversion): void {
  for (const key of ['host', 'basePath']) {
    const value = document[key];
    if (value !== undefined && typeof value !== 'string')
      conversion.report(mistypedMember, [key], `expected a string, found ${describe(value)}`);
  }
  const { basePath } = document;
  if (typeof basePath === 'string' && basePath !== '' && !basePath.startsWith('/'))
    conversion.report(mistypedMember, ['basePath'], `expected a path that begins with a slash, found ${describe(basePath)}`);
  checkMediaTypes(document, [], conversion);
  checkLater(document, ['components', 'servers'], [], conversion);
}

/** `consumes` and `produces` of the document or an operation, and `schemes`. */
export function checkMediaTypes(owner: JsonObject, at: Tokens, conversion: Conversion): void {
  for (const key of ['consumes', 'produces', 'schemes']) {
    const value = owner[key];
    if (value === undefined) continue;
    if (!Array.isArray(value)) conversion.report(mistypedMember, [...at, key], `expected a list, found ${describe(value)}`);
    else checkEntries(value, [...at, key], conversion);
  }
}

function checkEntries(list: readonly Json[], at: Tokens, conversion: Conversion): void {
  for (const [i, value] of list.entries()) {
    if (typeof value !== 'string') conversion.report(mistypedMember, [...at, i], `expected a string, found ${describe(value)}`);
    else if (at.at(-1) === 'schemes' && !['http', 'https', 'ws', 'wss'].includes(value))
      conversion.report(mistypedMember, [...at, i], `expected http, https, ws or wss, found ${describe(value)}`);
  }
}

/** Members that OpenAPI 3.0 brought. */
export function checkLater(owner: JsonObject, keys: readonly string[], at: Tokens, conversion: Conversion): void {
  for (const key of keys) {
    if (Object.hasOwn(owner, key))
      conversion.report(memberOfLaterVersion, [...at, key], `${key} is known since OpenAPI 3.0, and is read all the same`, 'key');
  }
}

/** A parameter that is no body, or a header of a response. */
export function checkValue(value: JsonObject, at: Tokens, conversion: Conversion): void {
  if (value['type'] === undefined && value['schema'] === undefined)
    conversion.report(missingMember, at, 'expected a member type, which has to be there');
  if (value['type'] === 'object')
    conversion.report(mistypedMember, [...at, 'type'], 'expected a type that is no object; the value is read as one');
  checkLater(value, ['schema', 'content'], at, conversion);
  if (value['in'] === 'cookie')
    conversion.report(memberOfLaterVersion, [...at, 'in'], 'cookie is known since OpenAPI 3.0, and is read all the same');
}
