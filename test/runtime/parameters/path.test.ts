/** A path parameter stays in its segment. */
import { describe, expect, it } from 'vitest';
import { label, type Operation, path, reservedInPath, simple } from '../../../templates/runtime/index.js';
import { serve } from '../server.js';
import { call, getPet } from '../subject.js';

const one: Operation = { ...getPet, path: '/pets/{id}/toys', encode: [path('/pets/', ['id', simple], '/toys')] };
const two: Operation = { ...getPet, path: '/{a}{b}', encode: [path('/', ['a', simple], ['b', simple])] };
const suffix: Operation = { ...getPet, path: '/{id}.json', encode: [path('/', ['id', simple], '.json')] };
const open: Operation = { ...getPet, path: '/{id}', encode: [path('/', ['id', simple, reservedInPath])] };
const dotted: Operation = { ...getPet, path: '/{id}', encode: [path('/', ['id', label])] };

describe('path', () => {
  it.each<[string, Operation, Record<string, unknown>, string]>([
    ['a text', one, { id: 'rex' }, '/pets/rex/toys'],
    ['a slash', one, { id: 'a/b' }, '/pets/a%2Fb/toys'],
    ['what ends a path', one, { id: '?#&;' }, '/pets/%3F%23%26%3B/toys'],
    ['a full URL', one, { id: '//evil.example/' }, '/pets/%2F%2Fevil.example%2F/toys'],
    ['line breaks', one, { id: '\r\n' }, '/pets/%0D%0A/toys'],
    ['three dots', one, { id: '...' }, '/pets/.../toys'],
    ['a dot with a suffix', suffix, { id: '.' }, '/..json'],
    ['a list', one, { id: ['a', 'b'] }, '/pets/a,b/toys'],
    ['reserved characters', open, { id: 'a:b@c' }, '/a:b@c'],
    ['a label', dotted, { id: 'a' }, '/.a'],
  ])('%s', async (_, operation, values, want) => {
    const { url, requests } = await serve((_, response) => response.end('{"id":1}'));
    expect((await call(operation, { baseUrl: url }, { path: values })).status).toBe(200);
    expect(requests[0]?.url).toBe(want);
  });

  it.each<[string, Operation, Record<string, unknown>]>([
    ['nothing', one, {}],
    ['an empty text', one, { id: '' }],
    ['an empty list', one, { id: [] }],
    ['one dot', one, { id: '.' }],
    ['two dots', one, { id: '..' }],
    ['dots of two parameters', two, { a: '.', b: '.' }],
    ['encoded dots', one, { id: '%2e%2E' }],
    ['dots encoded twice', one, { id: '%252e%252e' }],
    ['encoded dots that are not encoded again', open, { id: '%2e%2e' }],
    ['a way up behind a slash', one, { id: 'x/../y' }],
    ['a way up behind an encoded slash', one, { id: 'x%2f..' }],
    ['a way up behind a backslash', one, { id: 'x\\..' }],
    ['half of a surrogate pair', one, { id: '\ud800' }],
    ['an inherited member', one, Object.create({ id: 'rex' })],
    ['an object in an object', one, { id: { a: {} } }],
    ['two dots as a label', dotted, { id: '.' }],
  ])('refuses %s', async (_, operation, values) => {
    const { url, requests } = await serve((_, response) => response.end('{"id":1}'));
    const result = await call(operation, { baseUrl: url }, { path: values });
    expect(result.status).toBe('invalid-request');
    expect('issues' in result && result.issues[0]?.path[0]).toBe('path');
    expect(requests).toHaveLength(0);
  });
});
