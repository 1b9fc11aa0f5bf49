/** What the specification asks for where no output depends on it. */
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkFormalities } from '../../src/load/formalities.js';

const WHOLE = "info: { title: T, version: '1' }, paths: {}";
const operation = (members: string): string => `{ info: { title: T, version: '1' }, paths: { /a: { get: { ${members} } } } }`;

/** A document without its version, and what is said of it: the code, the place, and the member where one is missing. */
const rows: readonly (readonly [version: string, document: string, said: readonly string[]])[] = [
  ['3.0.4', `{ ${WHOLE} }`, []],
  ['3.0.4', '{ paths: {} }', ['missing-member # info']],
  ['3.0.4', '{ info: {}, paths: {} }', ['missing-member #/info title', 'missing-member #/info version']],
  ['3.0.4', "{ info: { title: T, version: '1' }, components: {} }", ['missing-member # paths']],
  ['3.1.1', "{ info: { title: T, version: '1' }, components: {} }", []],
  ['3.2.0', "{ info: { title: T, version: '1' } }", ['nothing-described #']],
  ['2.0', "{ info: { title: T, version: '1' }, components: {} }", ['missing-member # paths']],
  ['3.0.4', `{ info: { title: T, version: 1 }, paths: {} }`, ['mistyped-member #/info/version']],
  [
    '3.0.4',
    `{ info: { title: T, version: '1', contact: me, license: {} }, paths: {} }`,
    ['mistyped-member #/info/contact', 'missing-member #/info/license name'],
  ],
  ['3.0.4', `{ ${WHOLE}, externalDocs: [here] }`, ['mistyped-member #/externalDocs']],
  [
    '3.0.4',
    `{ ${WHOLE}, tags: [{ externalDocs: {} }] }`,
    ['missing-member #/tags/0 name', 'missing-member #/tags/0/externalDocs url'],
  ],
  ['3.0.4', operation("responses: { '204': {}, x-mine: 1 }"), ['missing-member #/paths/~1a/get/responses/204 description']],
  ['3.2.0', operation("responses: { '204': {} }"), []],
  ['3.0.4', operation("responses: { '204': { $ref: '#/components/responses/Done' } }"), []],
  [
    '3.0.4',
    operation('parameters: [{ name: q, in: query, schema: {}, examples: [1] }]'),
    ['mistyped-member #/paths/~1a/get/parameters/0/examples'],
  ],
  [
    '3.0.4',
    `{ ${WHOLE}, components: { examples: { one: 1, two: { summary: 2, value: 2 } } } }`,
    ['mistyped-member #/components/examples/one', 'mistyped-member #/components/examples/two/summary'],
  ],
  [
    '3.0.4',
    `{ ${WHOLE}, components: { securitySchemes: { a: { type: oauth2 }, b: { type: openIdConnect } } } }`,
    ['missing-member #/components/securitySchemes/a flows', 'missing-member #/components/securitySchemes/b openIdConnectUrl'],
  ],
  [
    '3.0.4',
    `{ ${WHOLE}, components: { securitySchemes: { a: { type: oauth2, flows: { implicit: { scopes: { read: 5 } } } } } } }`,
    [
      'missing-member #/components/securitySchemes/a/flows/implicit authorizationUrl',
      'mistyped-member #/components/securitySchemes/a/flows/implicit/scopes/read',
    ],
  ],
  ['3.0.4', `{ ${WHOLE}, webhooks: {} }`, ['member-of-later-version #/webhooks']],
  ['3.1.1', `{ ${WHOLE}, webhooks: {} }`, []],
  ['3.1.1', "{ info: { title: T, version: '1' }, paths: { /a: { query: {} } } }", ['member-of-later-version #/paths/~1a/query']],
  ['3.0.4', `{ ${WHOLE}, components: { constructor: {}, toString: 1 } }`, []],
];

test.each(rows)('%s %s', (version, document, said) => {
  const findings = checkFormalities({ document: parse(document), version });
  const told = findings.map(({ rule, at, message }) =>
    `${rule.code} ${at} ${/^expected a member (\w+)/.exec(message)?.[1] ?? ''}`.trim(),
  );
  expect(told.sort()).toEqual([...said].sort());
});
