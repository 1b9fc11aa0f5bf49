import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findConfig } from '../../src/config/find.js';
import { defaults } from '../../src/options.js';

function project(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'specwright-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The findings as a user reads them. */
async function complaints(root: string, explicit?: string): Promise<string[]> {
  const { findings, entries } = await findConfig(root, explicit);
  if (findings.length) expect(entries).toEqual([]);
  return findings.map(
    ({ rule, message, position }) => `${position?.file}:${position?.line}:${position?.column} ${rule.code}: ${message}`,
  );
}

describe('every form of the file says the same', () => {
  const forms: [string, string][] = [
    [
      'ts',
      "import type { Config } from 'specwright';\nexport default { input: 'a.yaml', schemas: { int64: 'bigint' } } satisfies Config;",
    ],
    ['js', "export default { input: 'a.yaml', schemas: { int64: 'bigint' } };"],
    ['mjs', "export default { input: 'a.yaml', schemas: { int64: 'bigint' } };"],
    ['json', '{ "$schema": "x", "input": "a.yaml", "schemas": { "int64": "bigint" } }'],
    ['yaml', 'input: a.yaml\nschemas: { int64: bigint }\n'],
  ];
  test.each(forms)('%s', async (ending, text) => {
    const { entries, findings } = await findConfig(project({ [`specwright.config.${ending}`]: text }));
    expect(findings).toEqual([]);
    expect(entries).toMatchObject([
      { ...defaults, input: 'a.yaml', output: join('generated', 'a'), schemas: { ...defaults.schemas, int64: 'bigint' } },
    ]);
  });
});

test('a list gives an entry for each document', async () => {
  const root = project({ 'specwright.config.yaml': '- { input: a.yaml }\n- { input: b.json, output: lib/b }\n' });
  expect((await findConfig(root)).entries).toMatchObject([{ output: join('generated', 'a') }, { output: join('lib', 'b') }]);
});

test('paths are relative to the file, URLs and standard input are left alone', async () => {
  const root = project({
    'sub/my.yaml':
      '- { input: ../a.yaml, output: out, overlays: [o.yaml], references: { folders: [.] } }\n- { input: "https://api.example/openapi.json" }\n- { input: "-" }\n',
  });
  const { entries } = await findConfig(root, 'sub/my.yaml');
  expect(entries.map(({ input, output, overlays, references }) => [input, output, overlays, references.folders])).toEqual([
    ['a.yaml', join('sub', 'out'), [join('sub', 'o.yaml')], ['sub']],
    ['https://api.example/openapi.json', join('sub', 'generated', 'openapi'), [], []],
    ['-', join('sub', 'generated', 'api'), [], []],
  ]);
});

test('folders further up are not searched', async () => {
  const root = project({ 'specwright.config.json': '{ "input": "a.yaml" }', 'sub/a.yaml': '' });
  expect(await complaints(join(root, 'sub'))).toEqual([expect.stringContaining('config-not-found')]);
});

describe('mistakes, each with its key and place', () => {
  const rows: [string, string, string[]][] = [
    [
      'an unknown key',
      'input: a.yaml\nouput: x\n',
      ['2:1 config-unknown-key: ouput is no key of the config (did you mean "output"?)'],
    ],
    [
      'an unknown key in a group',
      'input: a.yaml\nschemas:\n  int46: bigint\n',
      ['3:3 config-unknown-key: schemas.int46 is no key of the config (did you mean "int64"?)'],
    ],
    [
      'a wrong word',
      'input: a.yaml\nschemas:\n  int64: bigit\n',
      ['3:10 config-wrong-value: schemas.int64 expected "number", "bigint" or "string" (did you mean "bigint"?), found "bigit"'],
    ],
    [
      'a wrong type',
      'input: 1\npaths: yes\n',
      [
        '1:8 config-wrong-value: input expected a path or a URL, found 1',
        '2:8 config-wrong-value: paths expected true or false, found "yes"',
      ],
    ],
    ['no input', 'output: x\n', ['1:1 config-wrong-value: the config lacks the key "input", a path or a URL']],
    ['an empty list', '[]', ['1:1 config-wrong-value: the config expected at least one config, found an empty list']],
    ['an entry of a list', '- input: a.yaml\n- 3\n', ['2:3 config-wrong-value: 1 expected a group of keys, found 3']],
    ['an empty file', '', ['1:1 config-wrong-value: the config expected a group of keys, found nothing']],
    [
      'a number out of range',
      'input: a.yaml\nlimits: { depth: 0 }\n',
      ['2:18 config-wrong-value: limits.depth expected a whole number of levels, 1 or more, found 0'],
    ],
    [
      'formats, a word',
      'input: a.yaml\nschemas: { formats: check }\n',
      ['2:21 config-wrong-value: schemas.formats expected "annotate" or "assert", found "check"'],
    ],
    [
      'formats, a map',
      'input: a.yaml\nschemas: { formats: { email: check } }\n',
      ['2:30 config-wrong-value: schemas.formats.email expected "annotate" or "assert", found "check"'],
    ],
    ['the whole body as the list', 'input: a.yaml\npagination: { list: { kind: next-link, next: link, items: "" } }\n', []],
    [
      'a name that is none',
      'input: a.yaml\noperations: { names: { list: list pets } }\n',
      [
        '2:30 config-wrong-value: operations.names.list expected an identifier of ASCII, at most 100 characters long, found "list pets"',
      ],
    ],
    [
      'a variant',
      'input: a.yaml\npagination: { list: { kind: cursr } }\n',
      [
        '2:29 config-wrong-value: pagination.list.kind expected "next-link", "cursor" or "offset" (did you mean "cursor"?), found "cursr"',
      ],
    ],
    [
      'a variant that lacks a key',
      'input: a.yaml\npagination: { list: { kind: next-link, next: /n } }\n',
      ['2:21 config-wrong-value: pagination.list lacks the key "items", a JSON Pointer, such as "/data/next"'],
    ],
    [
      'broken YAML',
      'input: [a\n',
      ['2:1 config-unreadable: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    [
      'one output twice',
      '- { input: a.yaml, output: x }\n- { input: b.yaml, output: ./x }\n',
      ['2:28 config-shared-output: the outputs "x" and "x" are one folder, or one inside the other'],
    ],
    [
      'one output in another',
      '- { input: a.yaml, output: x }\n- { input: b.yaml, output: x/y }\n- { input: c.yaml, output: x/z }\n',
      [
        '2:28 config-shared-output: the outputs "x" and "x/y" are one folder, or one inside the other',
        '3:28 config-shared-output: the outputs "x" and "x/z" are one folder, or one inside the other',
      ],
    ],
    ['__proto__', 'input: a.yaml\n__proto__: { output: x }\n', ['2:1 config-unknown-key: __proto__ is no key of the config']],
  ];
  test.each(rows)('%s', async (_, text, expected) => {
    const root = project({ 'specwright.config.yaml': text });
    expect(await complaints(root)).toEqual(expected.map((line) => `specwright.config.yaml:${line}`));
  });

  test('JSON too', async () => {
    expect(await complaints(project({ 'specwright.config.json': '{\n  "input": "a.yaml",\n  "ouput": "x"\n}' }))).toEqual([
      'specwright.config.json:3:3 config-unknown-key: ouput is no key of the config (did you mean "output"?)',
    ]);
  });
  test.each([
    ['a program that throws', "throw new Error('no luck');", 'it cannot be run: "no luck"'],
    ['a program that does not parse', 'export default {', 'it cannot be run: '],
    ['a program that exports nothing', 'export const a = 1;', 'the config lacks the key "input"'],
  ])('%s', async (_, text, message) => {
    const [complaint, ...more] = await complaints(project({ 'specwright.config.ts': text }));
    expect(complaint).toMatch(/^specwright\.config\.ts:1:\d+ config-/);
    expect([complaint, ...more].join('\n')).toContain(message);
  });
  test('a file that is not there', async () => {
    expect(await complaints(project({}), 'nowhere.yaml')).toEqual(['nowhere.yaml:1:1 config-unreadable: there is no such file']);
  });
  test('a folder', async () => {
    expect(await complaints(project({ 'x.json/y': '' }), 'x.json')).toEqual(['x.json:1:1 config-unreadable: this is a folder']);
  });
  test('a folder of the name that is looked for', async () => {
    expect(await complaints(project({ 'specwright.config.json/y': '' }))).toEqual([
      'specwright.config.json:1:1 config-unreadable: this is a folder',
    ]);
  });
  test('an alias of what is not there', async () => {
    expect(await complaints(project({ 'specwright.config.yaml': 'input: *nope\n' }))).toEqual([
      expect.stringContaining('specwright.config.yaml:1:1 config-unreadable: '),
    ]);
  });
  test('an ending that means nothing', async () => {
    expect((await complaints(project({ 'my.toml': '' }), 'my.toml'))[0]).toContain('config-unreadable');
  });
});
