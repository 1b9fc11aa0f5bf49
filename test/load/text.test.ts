import { describe, expect, it } from 'vitest';
import { load } from '../../src/load/index.js';
import { defaults } from '../../src/options.js';
import { folderOf, loadIn, loadText, sourceOf, told } from './documents.js';

const yaml = (rest: string): string => `openapi: 3.1.0\n${rest}`;

describe('text that is refused or reported, with its place', () => {
  const rows: readonly (readonly [what: string, name: string, text: string | Uint8Array, told: readonly string[]])[] = [
    ['an empty file', 'a.yaml', '', ['a.yaml:1:1 empty-document']],
    ['an empty JSON file', 'a.json', ' \n', ['a.json:1:1 empty-document']],
    ['comments alone', 'a.yaml', '# nothing\n# here\n', ['a.yaml:1:1 empty-document']],
    ['a list', 'a.yaml', '- openapi: 3.1.0\n', ['a.yaml:1:1 not-an-object']],
    ['a number', 'a.json', '3', ['a.json:1:1 not-an-object']],
    ['null', 'a.json', 'null', ['a.json:1:1 not-an-object']],
    ['truncated JSON', 'a.json', '{"openapi": "3.1.0", "info": {', ['a.json:1:31 invalid-syntax']],
    ['a comment in JSON', 'a.json', '{ // c\n}', ['a.json:1:3 invalid-syntax']],
    ['a comma too many', 'a.json', '{\n  "a": 1,\n}', ['a.json:3:1 invalid-syntax']],
    ['a missing colon', 'a.json', '{"a" 1}', ['a.json:1:6 invalid-syntax']],
    ['a wrong escape', 'a.json', '{"a": "\\x"}', ['a.json:1:8 invalid-syntax']],
    ['text behind the value', 'a.json', '{} {}', ['a.json:1:4 invalid-syntax']],
    ['a leading zero', 'a.json', '{"a": 01}', ['a.json:1:7 invalid-syntax']],
    ['two members of a name in JSON', 'a.json', '{"openapi": "3.1.0",\n "a": 1,\n "\\u0061": 2}', ['a.json:3:2 duplicate-key']],
    ['two members of a name in YAML', 'a.yaml', yaml('a: 1\nb: 2\na: 3\n'), ['a.yaml:4:1 duplicate-key']],
    ['broken YAML', 'a.yaml', yaml('info:\n  title: a\n version: 1\n'), ['a.yaml:4:2 invalid-syntax']],
    ['truncated YAML', 'a.yaml', yaml('info: {title: "a'), ['a.yaml:2:15 invalid-syntax']],
    ['two YAML documents', 'a.yaml', yaml('---\nopenapi: 3.1.0\n'), ['a.yaml:2:1 invalid-syntax']],
    ['a tag', 'a.yaml', yaml('a: !!python/object:os.system x\n'), ['a.yaml:2:4 invalid-syntax']],
    ['a key that is a list', 'a.yaml', yaml('a:\n  ? [b]\n  : c\n'), ['a.yaml:3:5 unsupported-key']],
    ['a key that is an object', 'a.yaml', yaml('a: { {b: c}: d }\n'), ['a.yaml:2:6 unsupported-key']],
    ['a key that is null', 'a.yaml', yaml('a: { ~: d }\n'), ['a.yaml:2:6 unsupported-key']],
    ['a key that JSON spells otherwise', 'a.yaml', yaml('a: { 1.0: d }\n'), ['a.yaml:2:6 respelled-key']],
    ['a merge key', 'a.yaml', yaml('x-a: &a {b: 1}\nc:\n  <<: *a\n'), ['a.yaml:4:3 yaml-merge-key']],
    ['an infinite number', 'a.yaml', yaml('a: .inf\n'), ['a.yaml:2:4 unsupported-value']],
    ['a number out of range', 'a.json', '{"openapi": "3.1.0", "a": 1e400}', ['a.json:1:27 unsupported-value']],
    [
      'an integer that is rounded',
      'a.yaml',
      yaml('a: [9007199254740993, 9007199254740992, "9007199254740993"]\n'),
      ['a.yaml:2:5 inexact-number', 'a.yaml:2:23 inexact-number'],
    ],
    [
      'digits in a text are no number',
      'a.yaml',
      yaml('a: up to 9007199254740993, or so\nb: 9007199254740992\nc: &x 9007199254740997\nd: -9007199254740995\n'),
      ['a.yaml:4:7 inexact-number', 'a.yaml:5:4 inexact-number'],
    ],
    ['a number and its text as keys', 'a.yaml', yaml('a: { 1: b, "1": c }\n'), ['a.yaml:2:12 duplicate-key']],
    ['a NUL', 'a.yaml', yaml('a: \0\n'), ['a.yaml:2:4 invalid-encoding']],
    ['bytes that are no UTF-8', 'a.yaml', Uint8Array.of(111, 10, 0xff, 0xc3), ['a.yaml:2:1 invalid-encoding']],
    ['a version that is a number', 'a.yaml', 'openapi: 3.0\n', ['a.yaml:1:10 unknown-version']],
    ['a version that is not known', 'a.yaml', 'info: {}\nopenapi: 4.0.0\n', ['a.yaml:2:10 unknown-version']],
    ['no version', 'a.yaml', 'info: {}\n', ['a.yaml:1:1 unknown-version']],
    ['another kind of document', 'a.yaml', 'asyncapi: 3.0.0\n', ['a.yaml:1:1 unknown-version']],
  ];
  it.each(rows)('%s', async (_, name, text, wanted) => {
    expect(told(await loadText(name, text))).toEqual(wanted);
  });

  it('names a file that is not there', async () => {
    expect(told(await loadIn(await folderOf({}), 'a.yaml'), true)).toEqual([
      'a.yaml:1:1 unreadable-document there is no such file',
    ]);
  });
  it('refuses a folder', async () => {
    expect(told(await loadIn(await folderOf({ 'a/b': '' }), 'a'))).toEqual(['a:1:1 unreadable-document']);
  });
});

describe('limits, by name', () => {
  it.each([
    ['levels of JSON', 'a.json', `{"openapi": "3.1.0", "a": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 1000],
    ['levels of YAML', 'a.yaml', yaml(`a: ${'['.repeat(10_000)}${']'.repeat(10_000)}`), 1000],
    ['levels that the stack does not hold, whatever the limit', 'a.yaml', yaml(`a: ${'['.repeat(100_000)}`), 1_000_000],
  ])('%s', async (_, name, text, depth) => {
    expect(told(await loadText(name, text, { limits: { ...defaults.limits, depth } }), true).join()).toMatch(/limits\.depth/);
  });
  it('bytes', async () => {
    const loaded = await loadText('a.yaml', yaml(`a: ${'x'.repeat(100)}`), { limits: { ...defaults.limits, size: 100 } });
    expect(told(loaded, true).join()).toMatch(/100 bytes.*limits\.size/);
  });
  it('nodes after aliases are expanded', async () => {
    const lines = ['x-a0: &a0 [1, 2]', ...Array.from({ length: 30 }, (_, i) => `x-a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`)];
    const loaded = await loadText('a.yaml', yaml(`${lines.join('\n')}\n`), { limits: { ...defaults.limits, nodes: 10_000 } });
    expect(loaded.source).toBeUndefined();
    expect(told(loaded, true).join()).toMatch(/10000.*limits\.nodes/);
  });
});

describe('text that is read', () => {
  const info = async (name: string, text: string | Uint8Array): Promise<unknown> =>
    sourceOf(await loadText(name, text)).document['x'];

  it.each([
    [
      'words of YAML 1.1 are strings',
      'x: [no, yes, on, off, y, 12:30:45, 2024-01-31, 0777, 1_000, 0b1]',
      ['no', 'yes', 'on', 'off', 'y', '12:30:45', '2024-01-31', 777, '1_000', '0b1'],
    ],
    [
      'words of YAML 1.2 are values',
      'x: [true, FALSE, null, ~, 1, -2, 0x1F, 0o17, 1.5, 1e3, .5, +1]',
      [true, false, null, null, 1, -2, 31, 15, 1.5, 1000, 0.5, 1],
    ],
    ['keys are strings', 'x: {200: a, true: b, no: c}', { '200': 'a', true: 'b', no: 'c' }],
    ['anchors and aliases', 'x: [&a {b: 1}, *a]', [{ b: 1 }, { b: 1 }]],
    ['explicit keys that are text', 'x:\n  ? long\n  : b', { long: 'b' }],
    ['core tags', 'x: [!!str 1, !!int "2", !!float 3]', ['1', 2, 3]],
  ])('%s', async (_, text, wanted) => {
    expect(await info('a.yaml', yaml(text))).toEqual(wanted);
  });

  it('keeps __proto__ as a member of its own, pollutes nothing', async () => {
    for (const [name, text] of [
      ['a.json', '{"openapi": "3.1.0", "x": {"__proto__": {"polluted": 1}}}'],
      ['a.yaml', yaml('x: {__proto__: {polluted: 1}}')],
      ['a.yaml', yaml('x: {<<: {__proto__: {polluted: 1}}}')],
    ] as const) {
      const x = await info(name, text);
      expect(Object.keys(x as object)).toEqual(['__proto__']);
      expect((x as { polluted?: unknown }).polluted).toBeUndefined();
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from('\ufeffopenapi: 3.1.0\nx: naïve\n')],
    ['UTF-16LE with a byte order mark', Buffer.from('\ufeffopenapi: 3.1.0\nx: naïve\n', 'utf16le')],
    ['UTF-16BE with a byte order mark', Buffer.from('\ufeffopenapi: 3.1.0\nx: naïve\n', 'utf16le').swap16()],
    ['CRLF', Buffer.from('openapi: 3.1.0\r\nx: naïve\r\n')],
  ])('%s', async (_, bytes) => {
    expect(await info('a.yaml', bytes)).toBe('naïve');
  });

  it('reads standard input, and YAML in flow style that is no JSON', async () => {
    const loaded = await load({ ...defaults, input: '-', output: '' }, '.', async () => Buffer.from("{openapi: '3.1.0', x: 1}"));
    expect(sourceOf(loaded).name).toBe('<stdin>');
    expect(sourceOf(loaded).document['x']).toBe(1);
  });
});
