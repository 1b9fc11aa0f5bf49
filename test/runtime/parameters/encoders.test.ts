/** Query, header and cookie parameters as a server gets them. */
import { describe, expect, it } from 'vitest';
import {
  asJson,
  cookie,
  cookieExploded,
  cookieParameter,
  type Encoder,
  form,
  formExploded,
  header,
  plainJson,
  query,
  querystringForm,
  querystringJson,
  reserved,
  simple,
  verbatim,
} from '../../../templates/runtime/index.js';
import { serve } from '../server.js';
import { call, getPet } from '../subject.js';

const received = async (encode: readonly Encoder[], input: unknown) => {
  const { url, requests } = await serve((_, response) => response.end('{"id":1}'));
  const result = await call({ ...getPet, encode }, { baseUrl: url }, input);
  return { result, request: requests[0] };
};

describe('query', () => {
  it.each<[readonly Encoder[], unknown, string]>([
    [[query('a', formExploded)], { query: { a: 1 } }, '/pet?a=1'],
    [[query('a', formExploded), query('b', form)], { query: { a: ['x', 'y'], b: ['x', 'y'] } }, '/pet?a=x&a=y&b=x,y'],
    [[query('a', formExploded), query('b', form)], { query: { b: 1 } }, '/pet?b=1'],
    [[query('a[]', formExploded)], { query: { 'a[]': ['x'] } }, '/pet?a%5B%5D=x'],
    [[query('a', formExploded)], {}, '/pet'],
    [[query('a', formExploded)], { query: { a: '' } }, '/pet?a='],
    [[query('a', formExploded, reserved)], { query: { a: '/x?y&z' } }, '/pet?a=/x?y%26z'],
    [[query('a', asJson())], { query: { a: { b: [1] } } }, '/pet?a=%7B%22b%22%3A%5B1%5D%7D'],
    [[query('__proto__', formExploded)], { query: JSON.parse('{"__proto__":"x"}') }, '/pet?__proto__=x'],
    [[query('toString', formExploded)], { query: {} }, '/pet'],
    [[querystringForm], { querystring: { a: 'x y', b: [1, 2] } }, '/pet?a=x%20y&b=1&b=2'],
    [[querystringJson()], { querystring: { a: 1 } }, '/pet?%7B%22a%22%3A1%7D'],
  ])('row %#', async (encode, input, want) => {
    const { result, request } = await received(encode, input);
    expect(result.status).toBe(200);
    expect(request?.url).toBe(want);
  });
});

describe('header', () => {
  it('holds JSON without its name', async () => {
    const { request } = await received([header('X-A', plainJson())], { headers: { 'X-A': { a: ['b'] } } });
    expect(request?.headers['x-a']).toBe('{"a":["b"]}');
  });
  it('goes without percent-encoding', async () => {
    const { request } = await received([header('X-A', simple), header('X-B', simple)], {
      headers: { 'X-A': 'a b%é', 'X-B': [1, 2] },
    });
    expect(request?.headers['x-a']).toBe('a b%\u00e9');
    expect(request?.headers['x-b']).toBe('1,2');
  });
  it.each(['a\r\nb: c', 'a\nb', 'a\0', 'a\u2028', '\ud800'])('refuses %j', async (value) => {
    const { result, request } = await received([header('X-A', simple)], { headers: { 'X-A': value } });
    expect(result.status).toBe('invalid-request');
    expect('issues' in result && result.issues[0]?.pointer).toBe('/headers/X-A');
    expect(request).toBeUndefined();
  });
});

describe('cookie', () => {
  it('joins several in one header', async () => {
    const { request } = await received([cookieParameter('a', form), cookieParameter('b', form)], { cookies: { a: 'x;y', b: 1 } });
    expect(request?.headers['cookie']).toBe('a=x%3By; b=1');
  });
  it.each([
    [cookieParameter('a', cookie, verbatim), 'x; admin=1'],
    [cookieParameter('a', cookieExploded, verbatim), ['x', 'y;z']],
    [cookieParameter('a', form, reserved), 'x;y'],
    [cookieParameter('a', cookie, verbatim), 'x\r\ny'],
  ])('begins no other one: %#', async (encode, a) => {
    const { result, request } = await received([encode], { cookies: { a } });
    expect(result.status).toBe('invalid-request');
    expect('issues' in result && result.issues[0]?.pointer).toBe('/cookies/a');
    expect(request).toBeUndefined();
  });
});
