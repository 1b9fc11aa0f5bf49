/** Credentials: what operations ask for, and how it is sent. */
import { answering, type ChangeClass } from './words.js';

const key = 'key: { type: apiKey, in: header, name: X-Key }';
const bearer = 'bearer: { type: http, scheme: bearer }';
const oauth = (scopes: string, url = 'https://auth.example.com'): string =>
  `oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: ${url}, scopes: { ${scopes} } } } }`;
const asking = (schemes: string, requirements = '', global = ''): string =>
  `${answering(`'204': { description: ok }`, requirements && `security: [${requirements}], `)}\n${global && `security: [${global}]\n`}components: { securitySchemes: { ${schemes} } }`;
const gives = (auth: string): string => `import { createClient, getPet } from './api/index.js';
const client = createClient({ auth: { ${auth} } });
await getPet(client, { path: { id: '1' } });
`;
const givesKey = gives(`key: 'secret'`);
const givesOauth = gives(`oauth: 'token'`);

type Row = readonly [change: string, old: string, is: string, consumer: string, oasdiff?: string];
const rows: readonly Row[] = [
  ['A credential is asked for', asking(key), asking(key, '{ key: [] }'), givesKey, 'api-security-added'],
  ['A credential is asked for everywhere', asking(key), asking(key, '', '{ key: [] }'), givesKey, 'api-global-security-added'],
  ['None is asked for any more', asking(key, '{ key: [] }'), asking(key), givesKey, 'api-security-removed'],
  [
    'One of two is enough',
    asking(`${key}, ${bearer}`, '{ key: [] }'),
    asking(`${key}, ${bearer}`, '{ key: [] }, { bearer: [] }'),
    givesKey,
  ],
  [
    'One of two is refused',
    asking(`${key}, ${bearer}`, '{ key: [] }, { bearer: [] }'),
    asking(`${key}, ${bearer}`, '{ bearer: [] }'),
    givesKey,
  ],
  [
    'Both are asked for',
    asking(`${key}, ${bearer}`, '{ key: [] }'),
    asking(`${key}, ${bearer}`, '{ key: [], bearer: [] }'),
    givesKey,
  ],
  ['It may no longer be left out', asking(key, '{ key: [] }, {}'), asking(key, '{ key: [] }'), givesKey],
  ['Another is asked for', asking(`${key}, ${bearer}`, '{ key: [] }'), asking(`${key}, ${bearer}`, '{ bearer: [] }'), givesKey],
  ['Another takes its place', asking(key, '{ key: [] }'), asking(bearer, '{ bearer: [] }'), givesKey],
  [
    'One more scope is asked for',
    asking(oauth('a: a, b: b'), '{ oauth: [a] }'),
    asking(oauth('a: a, b: b'), '{ oauth: [a, b] }'),
    givesOauth,
    'api-security-scope-added',
  ],
  [
    'A scope less is asked for',
    asking(oauth('a: a, b: b'), '{ oauth: [a, b] }'),
    asking(oauth('a: a, b: b'), '{ oauth: [a] }'),
    givesOauth,
    'api-security-scope-removed',
  ],
  [
    'A scope is offered',
    asking(oauth('a: a'), '{ oauth: [a] }'),
    asking(oauth('a: a, b: b'), '{ oauth: [a] }'),
    givesOauth,
    'api-security-component-oauth-scope-added',
  ],
  [
    'A scope is no longer offered',
    asking(oauth('a: a, b: b'), '{ oauth: [a] }'),
    asking(oauth('a: a'), '{ oauth: [a] }'),
    givesOauth,
    'api-security-component-oauth-scope-removed',
  ],
  [
    'Tokens come from another URL',
    asking(oauth('a: a'), '{ oauth: [a] }'),
    asking(oauth('a: a', 'https://login.example.com'), '{ oauth: [a] }'),
    givesOauth,
    'api-security-component-oauth-token-url-changed',
  ],
  [
    'Another kind under the same name',
    asking(key, '{ key: [] }'),
    asking('key: { type: http, scheme: bearer }', '{ key: [] }'),
    givesKey,
    'api-security-component-type-changed',
  ],
  [
    'Another header',
    asking(key, '{ key: [] }'),
    asking('key: { type: apiKey, in: header, name: Authorization }', '{ key: [] }'),
    givesKey,
  ],
  [
    'Another name for the same',
    asking(key, '{ key: [] }'),
    asking('token: { type: apiKey, in: header, name: X-Key }', '{ token: [] }'),
    givesKey,
  ],
  [
    'One that nothing asks for is added',
    asking(key, '{ key: [] }'),
    asking(`${key}, ${bearer}`, '{ key: [] }'),
    givesKey,
    'api-security-component-added',
  ],
  [
    'One that nothing asked for is removed',
    asking(`${key}, ${bearer}`, '{ key: [] }'),
    asking(key, '{ key: [] }'),
    givesKey,
    'api-security-component-removed',
  ],
  [
    '`bearerFormat`',
    asking(bearer, '{ bearer: [] }'),
    asking('bearer: { type: http, scheme: bearer, bearerFormat: JWT }', '{ bearer: [] }'),
    gives(`bearer: 'token'`),
  ],
];

export const credentials: readonly ChangeClass[] = rows.map(([change, old, is, consumer, oasdiff]) => ({
  change,
  old,
  is,
  consumer,
  ...(oasdiff && { oasdiff }),
}));
