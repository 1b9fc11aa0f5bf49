/** Runtime expressions, as the specification lists them. @see https://spec.openapis.org/oas/v3.2.0#runtime-expressions */
import { expect, it } from 'vitest';
import { asNumber, asText, linkedInput } from '../../templates/runtime/index.js';

const response = new Response('{}', { headers: { 'X-Shop': 'north', 'X-Left': '3' } });
Object.defineProperty(response, 'url', { value: 'http://a.example/orders?q=1' });
const exchanged = {
  input: {
    path: { id: 'p1' },
    query: { 'a.b': [1, 2] },
    headers: { 'X-Trace': 't1' },
    cookies: { theme: 'dark' },
    body: { user: { name: 'Ada' }, 'a/b': 0 },
  },
  result: { status: 201, body: { id: 'o1', items: [{ n: 1 }], none: null }, headers: { 'x-left': 3 }, response },
};

it.each<[expression: unknown, value: unknown]>([
  ['$url', 'http://a.example/orders?q=1'],
  ['$statusCode', 201],
  ['$request.path.id', 'p1'],
  ['$request.query.a.b', [1, 2]],
  ['$request.header.x-trace', 't1'],
  ['$request.cookie.theme', 'dark'],
  ['$request.body', exchanged.input.body],
  ['$request.body#/user/name', 'Ada'],
  ['$request.body#/a~1b', 0],
  ['$request.body#/nowhere', undefined],
  ['$response.header.X-SHOP', 'north'],
  ['$response.header.X-Left', 3],
  ['$response.header.X-None', undefined],
  ['$response.body#/id', 'o1'],
  ['$response.body#/items/0/n', 1],
  ['$response.body#/none', null],
  ['$response.body', exchanged.result.body],
  ['order {$response.body#/id} of {$request.path.id}: {$statusCode}', 'order o1 of p1: 201'],
  ['nothing {$response.body#/nowhere}.', 'nothing .'],
  [{ deep: ['$statusCode', 'as it is', 7, null] }, { deep: [201, 'as it is', 7, null] }],
  ['$other', '$other'],
  ['{id}', '{id}'],
])('%j', (expression, value) => {
  expect(linkedInput<{ body: unknown }>({ body: expression }, exchanged).body).toEqual(value);
});

it('reads nothing that is inherited', () => {
  expect(linkedInput<{ body: unknown }>({ body: '$response.body#/constructor' }, exchanged).body).toBeUndefined();
});

it('gives a parameter the number for its text, and the text for its number', () => {
  const template = {
    path: { id: '$statusCode', other: '$statusCode' },
    query: { left: '3', list: ['$statusCode'], none: '$request.body#/nowhere' },
  };
  const decoders = { path: { id: asText }, query: { left: asNumber, list: asText, none: asText } };
  expect(linkedInput(template, exchanged, decoders)).toEqual({
    path: { id: '201', other: 201 },
    query: { left: 3, list: [201], none: undefined },
  });
});
