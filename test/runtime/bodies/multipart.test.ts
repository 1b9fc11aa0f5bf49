/** Parts as they go over the wire: their names, their types, their headers, and what a style makes of a value. */
import { describe, expect, it } from 'vitest';
import {
  deepObject,
  exact,
  form,
  formExploded,
  multipartBody,
  type Part,
  plainJson,
  simple,
  spaceDelimited,
} from '../../../templates/runtime/index.js';
import { serve } from '../server.js';
import { call, postPet } from '../subject.js';

async function sent(parts: Readonly<Record<string, Part>>, input: unknown, mediaType = 'multipart/form-data') {
  const { url, requests } = await serve((_, response) => response.end('{"id":1}'));
  const result = await call({ ...postPet, encode: [multipartBody(mediaType, parts)] }, { baseUrl: url }, input);
  const [, boundary = ''] = /boundary=(.+)/.exec(String(requests[0]?.headers['content-type'])) ?? [];
  const pieces = requests[0]?.body.split(`--${boundary}`).slice(1, -1) ?? [];
  return { result, parts: pieces.map((piece) => piece.slice(2, -2).split('\r\n')), requests };
}

const part = (name: string, content: string, type = 'text/plain', ...headers: readonly string[]): readonly string[] => [
  `Content-Disposition: form-data; name="${name}"`,
  `Content-Type: ${type}`,
  ...headers,
  '',
  content,
];

describe('style', () => {
  it.each<[string, Part, unknown, readonly (readonly string[])[]]>([
    ['form', { style: form }, ['a b', 'c&d'], [part('p', 'a b,c&d')]],
    ['form exploded, a list', { style: formExploded }, ['a b', 'c=d'], [part('p', 'a b'), part('p', 'c=d')]],
    ['form exploded, an object', { style: formExploded }, { R: 1, 'G+': '2 3' }, [part('R', '1'), part('G+', '2 3')]],
    ['spaceDelimited', { style: spaceDelimited }, ['a', 'b'], [part('p', 'a b')]],
    ['deepObject', { style: deepObject }, { R: 1, G: { x: 2 } }, [part('p[R]', '1'), part('p[G][x]', '2')]],
    ['before a content type', { style: form, contentType: 'application/json' }, [1], [part('p', '1')]],
    ['nothing of an empty list', { style: form }, [], []],
    ['none: a part for each item', {}, ['a', 'b'], [part('p', 'a'), part('p', 'b')]],
    ['none: an object is JSON', {}, { a: 1 }, [part('p', '{"a":1}', 'application/json')]],
    [
      'none: exact integers',
      { json: exact({ properties: { a: 'bigint' } }) },
      { a: 2n ** 60n },
      [part('p', '{"a":1152921504606846976}', 'application/json')],
    ],
  ])('%s', async (_, of, value, want) => {
    expect((await sent({ p: of }, { body: { p: value } })).parts).toEqual(want);
  });

  it('refuses what has no form', async () => {
    const { result, requests } = await sent({ p: { style: form } }, { body: { p: [[1]] } });
    expect([result, requests]).toMatchObject([{ status: 'invalid-request', issues: [{ pointer: '/body/p' }] }, []]);
  });
});

describe('headers', () => {
  const p: Part = { headers: { 'x-a': simple, 'x-b': plainJson() } };
  it('are those that are described, of each part of the property', async () => {
    const { parts } = await sent(
      { p },
      { body: { p: ['1', '2'], q: '3' }, partHeaders: { p: { 'x-a': [1, 2], 'x-b': { c: 1 }, 'x-d': 4 } } },
    );
    const headers = ['x-a: 1,2', 'x-b: {"c":1}'];
    expect(parts).toEqual([part('p', '1', 'text/plain', ...headers), part('p', '2', 'text/plain', ...headers), part('q', '3')]);
  });
  it('may be left away', async () => {
    expect((await sent({ p }, { body: { p: '1' } })).parts).toEqual([part('p', '1')]);
  });
  it.each(['a\r\nContent-Type: text/html', 'a\n', '\0', '\u2028'])('hold no %j', async (value) => {
    const { result, requests } = await sent({ p }, { body: { p: '1' }, partHeaders: { p: { 'x-a': value } } });
    expect([result, requests]).toMatchObject([{ status: 'invalid-request', issues: [{ pointer: '/partHeaders/p/x-a' }] }, []]);
  });
  it('are all that tells parts apart where they have no names', async () => {
    const { parts } = await sent(
      { p: { contentType: 'text/csv', headers: { 'content-id': simple } } },
      { body: { p: 'a,b' }, partHeaders: { p: { 'content-id': '<1>' } } },
      'multipart/related',
    );
    expect(parts).toEqual([['Content-Type: text/csv', 'content-id: <1>', '', 'a,b']]);
  });
});
