/**
 * What the specification asks for where nothing of the output depends on it, so that no later stage would miss it: members that
 * have to be there, the types of members that nobody reads, and members of a later version, which are read all the same.
 * Whatever shapes the output is judged where it is read; schemas are judged as they are read.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#schema-appendix
 */
import { child, type Finding, type Pointer } from '../diagnostics.js';
import { describe } from '../model/node.js';
import type { Json } from '../model/schema.js';
import { isObject } from './json-value.js';
import { METHODS } from './raise/grammar.js';
import { memberOfLaterVersion, missingMember, mistypedMember, nothingDescribed } from './rules.js';
import type { JsonObject, Source } from './source.js';

type Minor = '2.0' | '3.0' | '3.1' | '3.2';

interface Form {
  /** Members that have to be there: in every version, or up to one. */
  readonly needs?: Readonly<Record<string, 'always' | Minor>>;
  /** Strings that nobody reads. */
  readonly texts?: readonly string[] | 'others';
  /** Objects that nobody reads, or nobody where they are none. */
  readonly unread?: readonly string[] | 'others';
  /** What else is asked for, by the member `type`. */
  readonly byType?: Readonly<Record<string, string>>;
  /** The version that brought a member, which is read whatever the version. */
  readonly since?: Readonly<Record<string, Minor>>;
  readonly one?: Readonly<Record<string, string>>;
  /** Maps and lists. */
  readonly many?: Readonly<Record<string, string>>;
  /** All members that are not named. */
  readonly others?: string;
}

const described: Form = { many: { examples: 'example', content: 'media type' }, unread: ['examples'] };
const flow = (...urls: readonly string[]): Form => ({
  needs: { ...Object.fromEntries(urls.map((url) => [url, 'always' as const])), scopes: 'always' },
  texts: ['authorizationUrl', 'tokenUrl', 'refreshUrl', 'deviceAuthorizationUrl'],
  unread: ['scopes'],
  one: { scopes: 'scopes' },
});

const FORMS: Readonly<Record<string, Form>> = {
  document: {
    needs: { info: 'always', paths: '3.0' },
    since: { webhooks: '3.1', jsonSchemaDialect: '3.1', $self: '3.2' },
    texts: ['$self'],
    unread: ['externalDocs'],
    one: { info: 'info', externalDocs: 'external documentation', components: 'components', paths: 'paths' },
    many: { tags: 'tag', webhooks: 'path item' },
  },
  info: {
    needs: { title: 'always', version: 'always' },
    texts: ['version', 'termsOfService'],
    unread: ['contact', 'license'],
    since: { summary: '3.1' },
    one: { contact: 'contact', license: 'license' },
  },
  contact: { texts: ['name', 'url', 'email'] },
  license: { needs: { name: 'always' }, texts: ['name', 'identifier', 'url'], since: { identifier: '3.1' } },
  tag: {
    needs: { name: 'always' },
    texts: ['parent', 'kind'],
    since: { summary: '3.2', parent: '3.2', kind: '3.2' },
    one: { externalDocs: 'linked documentation' },
  },
  'linked documentation': { needs: { url: 'always' }, texts: ['description'] },
  'external documentation': { needs: { url: 'always' }, texts: ['description', 'url'] },
  components: {
    since: { pathItems: '3.1', mediaTypes: '3.2' },
    unread: ['examples'],
    one: { examples: 'examples' },
    many: {
      responses: 'response',
      parameters: 'parameter',
      headers: 'parameter',
      requestBodies: 'request body',
      securitySchemes: 'security scheme',
      links: 'link',
      callbacks: 'paths',
      pathItems: 'path item',
      mediaTypes: 'media type',
    },
  },
  paths: { others: 'path item' },
  'path item': {
    texts: ['summary', 'description'],
    since: { query: '3.2', additionalOperations: '3.2' },
    one: Object.fromEntries(METHODS.map((method) => [method, 'operation'])),
    many: { parameters: 'parameter', additionalOperations: 'operation' },
  },
  operation: {
    one: { externalDocs: 'linked documentation', requestBody: 'request body', responses: 'responses' },
    many: { parameters: 'parameter', callbacks: 'paths' },
  },
  parameter: described,
  'request body': { many: { content: 'media type' } },
  responses: { others: 'response' },
  response: {
    needs: { description: '3.1' },
    since: { summary: '3.2' },
    many: { headers: 'parameter', content: 'media type', links: 'link' },
  },
  'media type': { since: { itemSchema: '3.2' }, many: { examples: 'example' }, unread: ['examples'] },
  examples: { others: 'example', unread: 'others' },
  example: { texts: ['summary', 'description', 'externalValue', 'serializedValue'] },
  link: { unread: ['server'], one: { server: 'server' } },
  server: { needs: { url: 'always' }, texts: ['url'] },
  'security scheme': { one: { flows: 'flows' }, byType: { oauth2: 'oauth2 scheme', openIdConnect: 'openIdConnect scheme' } },
  'oauth2 scheme': { needs: { flows: 'always' } },
  'openIdConnect scheme': { needs: { openIdConnectUrl: 'always' } },
  flows: {
    unread: ['implicit', 'password', 'clientCredentials', 'authorizationCode', 'deviceAuthorization'],
    since: { deviceAuthorization: '3.2' },
    one: {
      implicit: 'implicit flow',
      password: 'token flow',
      clientCredentials: 'token flow',
      authorizationCode: 'code flow',
      deviceAuthorization: 'device flow',
    },
  },
  scopes: { texts: 'others' },
  'implicit flow': flow('authorizationUrl'),
  'token flow': flow('tokenUrl'),
  'code flow': flow('authorizationUrl', 'tokenUrl'),
  'device flow': flow('deviceAuthorizationUrl', 'tokenUrl'),
};

/** Of a document without any of them nothing can be generated. */
const DESCRIBING = ['paths', 'webhooks', 'components'];

/** Of the main document. Not recursive: no stack bounds a document. */
export function checkFormalities({ document, version }: Pick<Source, 'document' | 'version'>): readonly Finding[] {
  const findings: Finding[] = [];
  if (DESCRIBING.every((key) => !Object.hasOwn(document, key)))
    findings.push({ rule: nothingDescribed, at: '#', message: `expected one of ${DESCRIBING.join(', ')}; found none` });
  const pending: { readonly value: Json | undefined; readonly at: Pointer; readonly kind: string }[] = [
    { value: document, at: '#', kind: 'document' },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, at, kind } = next;
    const form = FORMS[kind];
    if (!form || !isObject(value) || (typeof value['$ref'] === 'string' && kind !== 'path item')) continue;
    findings.push(...judge(value, at, form, version));
    const { type } = value;
    const more = typeof type === 'string' ? named(form.byType, type) : undefined;
    if (more !== undefined) pending.push({ value, at, kind: more });
    for (const key of Object.keys(value)) {
      const held = value[key];
      const one = named(form.one, key) ?? (key.startsWith('x-') ? undefined : form.others);
      if (one !== undefined) pending.push({ value: held, at: child(at, key), kind: one });
      const many = named(form.many, key);
      if (many === undefined || typeof held !== 'object' || held === null) continue;
      for (const [name, entry] of Object.entries(held)) pending.push({ value: entry, at: child(at, key, name), kind: many });
    }
  }
  return findings;
}

function judge(value: JsonObject, at: Pointer, form: Form, version: string): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [key, until] of Object.entries(form.needs ?? {})) {
    if (Object.hasOwn(value, key) || (until !== 'always' && version.slice(0, 3) > until)) continue;
    findings.push({ rule: missingMember, at, message: `expected a member ${key}, which has to be there` });
  }
  for (const key of keysOf(value, form.texts)) {
    const held = Object.hasOwn(value, key) ? value[key] : undefined;
    if (held !== undefined && typeof held !== 'string') findings.push(mistyped(child(at, key), 'a string', held));
  }
  for (const key of keysOf(value, form.unread)) {
    const held = Object.hasOwn(value, key) ? value[key] : undefined;
    if (held !== undefined && !isObject(held)) findings.push(mistyped(child(at, key), 'an object', held));
  }
  for (const [key, since] of Object.entries(form.since ?? {})) {
    if (!Object.hasOwn(value, key) || version.slice(0, 3) >= since) continue;
    const message = `${key} is known since OpenAPI ${since}, and is read all the same`;
    findings.push({ rule: memberOfLaterVersion, at: child(at, key), on: 'key', message });
  }
  return findings;
}

/** Never an inherited member: keys are the document's. */
const named = (kinds: Readonly<Record<string, string>> | undefined, key: string): string | undefined =>
  kinds && Object.hasOwn(kinds, key) ? kinds[key] : undefined;

const keysOf = (value: JsonObject, keys: readonly string[] | 'others' = []): readonly string[] =>
  keys === 'others' ? Object.keys(value).filter((key) => !key.startsWith('x-')) : keys;

function mistyped(at: Pointer, expected: string, found: Json): Finding {
  return { rule: mistypedMember, at, message: `expected ${expected}, found ${describe(found)}` };
}
