/** Which specification the document says that it follows. */
import type { Finding } from '../diagnostics.js';
import { quote } from '../diagnostics.js';
import type { Json } from '../model/schema.js';
import { isObject } from './json-value.js';
import { type Dialect, dialectOf } from './raise/dialect.js';
import { notAnObject, unknownDialect, unknownVersion, unquotedVersion } from './rules.js';
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
    const { dialect, findings } =
      minor === '0' ? { dialect: '3.0' as const, findings: [] } : declaredDialect(value['jsonSchemaDialect']);
    return { version: { document: value, version: openapi, dialect }, findings };
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

/** @see https://spec.openapis.org/oas/v3.1.1#specifying-schema-dialects */
function declaredDialect(declared: Json | undefined): { readonly dialect: Dialect; readonly findings: readonly Finding[] } {
  if (declared === undefined) return { dialect: '2020-12', findings: [] };
  const dialect = typeof declared === 'string' ? dialectOf(declared) : undefined;
  if (dialect) return { dialect, findings: [] };
  const found = typeof declared === 'string' ? quote(declared) : 'something that is no string';
  const message = `${found} is not known here; schemas are read as JSON Schema 2020-12`;
  return { dialect: '2020-12', findings: [{ rule: unknownDialect, at: '#/jsonSchemaDialect', message }] };
}

/** Documents of neighbouring specifications, which are given by mistake. */
const OTHERS = ['asyncapi', 'swaggerVersion', 'overlay', 'arazzo', 'raml', '$schema'];
