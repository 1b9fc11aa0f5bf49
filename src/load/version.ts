/** Which specification the document says that it follows. */
import type { Finding } from '../diagnostics.js';
import { quote } from '../diagnostics.js';
import type { Json } from '../model/schema.js';
import { isObject } from './json-value.js';
import type { Dialect } from './raise/dialect.js';
import { notAnObject, unknownVersion, unquotedVersion } from './rules.js';
import type { JsonObject } from './source.js';

export interface Version {
  readonly document: JsonObject;
  /** As the author wrote it. */
  readonly version: string;
  readonly dialect: Dialect;
}

export function versionOf(value: Json): { readonly version: Version | undefined; readonly findings: readonly Finding[] } {
  const refuse = (rule: Finding['rule'], at: string, message: string, on: 'key' | 'value' = 'value') => ({
    version: undefined,
    findings: [{ rule, at, on, message }],
  });
  if (!isObject(value)) {
    const found = Array.isArray(value) ? 'a list' : value === null ? 'null' : `a ${typeof value}`;
    return refuse(notAnObject, '#', `expected an OpenAPI document, which is an object; found ${found}`);
  }
  const { openapi, swagger } = value;
  if (openapi !== undefined) {
    if (typeof openapi !== 'string') {
      const found = typeof openapi === 'number' ? `the number ${openapi}; put it in quotes` : 'something else';
      return refuse(unknownVersion, '#/openapi', `expected a string such as "3.1.0", found ${found}`);
    }
    const minor = /^3\.([012])(?:\.\d+)?(?:-[\w.-]+)?$/.exec(openapi)?.[1];
    if (minor === undefined)
      return refuse(unknownVersion, '#/openapi', `version ${quote(openapi)} is not known; expected 3.0, 3.1 or 3.2`);
    return { version: { document: value, version: openapi, dialect: minor === '0' ? '3.0' : '2020-12' }, findings: [] };
  }
  if (swagger !== undefined) {
    if (swagger === '2.0') return { version: { document: value, version: '2.0', dialect: '2.0' }, findings: [] };
    if (swagger === 2) {
      const message = 'the version is a number, expected the string "2.0"; read as that';
      return {
        version: { document: value, version: '2.0', dialect: '2.0' },
        findings: [{ rule: unquotedVersion, at: '#/swagger', message }],
      };
    }
    const found = typeof swagger === 'string' ? quote(swagger) : 'something else';
    return refuse(unknownVersion, '#/swagger', `expected "2.0", found ${found}; later versions are stated in "openapi"`);
  }
  const other = OTHERS.find((name) => value[name] !== undefined);
  if (other)
    return refuse(
      unknownVersion,
      `#/${other}`,
      `this is another kind of document; expected a member "openapi", found ${quote(other)}`,
      'key',
    );
  return refuse(unknownVersion, '#', 'the document has no member "openapi" (or "swagger") that states its version');
}

/** Documents of neighbouring specifications, which are given by mistake. */
const OTHERS = ['asyncapi', 'swaggerVersion', 'overlay', 'arazzo', 'raml', '$schema'];
