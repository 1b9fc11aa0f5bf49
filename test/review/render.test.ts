/** A review on its way to people and machines, of a document whose strings mean harm. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { changelog, type Report, render } from '../../src/review/index.js';
import { document, reviewOf } from './sides.js';

const harm = [
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '@everyone #1 [a](http://x.example) ![b](c) `code` **bold** | cell',
  '\u001b[31mred\u001b[0m\r\n::error::forged',
  '\u202ereversed\u200b',
];

let hostile: Report;
let plain: Report;

beforeAll(async () => {
  const properties = Object.fromEntries(harm.map((name) => [name, { type: 'string', enum: [name, 'b'] }]));
  const of = (members: object, tags: readonly string[]): object => ({
    openapi: '3.1.0',
    info: { title: 'x', version: '1' },
    paths: {
      '/a"><b>\n::error::x': {
        get: {
          operationId: 'x',
          tags,
          responses: {
            200: { description: 'ok', content: { 'application/json': { schema: { type: 'object', properties: members } } } },
          },
        },
      },
    },
  });
  hostile = await reviewOf(of(properties, harm), of({}, []));
  plain = await reviewOf(
    document(
      `paths: { /pets: { get: { operationId: listPets, parameters: [{ name: limit, in: query, schema: { type: integer } }], responses: { '204': { description: ok } } } } }`,
    ),
    document(
      `paths: { /pets: { get: { operationId: listPets, parameters: [{ name: limit, in: query, required: true, schema: { type: integer, maximum: 9 } }], responses: { '204': { description: ok }, '404': { description: no } } } } }`,
    ),
  );
});

describe('strings that mean harm', () => {
  test('move no cursor in a terminal', () => {
    expect(hostile.changes.length).toBeGreaterThan(harm.length);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    expect(render(hostile, 'text')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e]/);
  });
  test('forge no annotation', () => {
    const lines = render(hostile, 'github').trimEnd().split('\n');
    expect(lines).toHaveLength(hostile.changes.filter((change) => change.level !== 'safe').length);
    for (const line of lines) expect(line).toMatch(/^::(error|warning) file=[^:\n]+,line=\d+,col=\d+,title=[a-z-]+::/);
  });
  test('become no markup in a page', () => {
    const page = render(hostile, 'html');
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toMatch(/<(img|b>)/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
  });
  test('become no markup, mention or link in Markdown', () => {
    const comment = render(hostile, 'markdown');
    expect(comment).not.toMatch(/<(script|img|b>)/);
    expect(comment).not.toMatch(/@everyone|#1\b|\]\(|\*\*bold|`code`/);
    expect(changelog(undefined, '1 <b> @all www.evil.example', hostile)).not.toMatch(/<(script|img|b>)|@all|@everyone|www\./);
  });
});

describe('forms', () => {
  test('text', () => {
    expect(render(plain, 'text')).toMatchInlineSnapshot(`
      "breaking  GET /pets  parameter-became-required
                query parameter "limit": it is required now
                ListPetsInput['query']['limit']: number
                <document>:1:1  source and wire  a754b585e6cc
                Change the callers before the API is deployed; agree on a date with its owner.

      warning   GET /pets  error-status-added
                response 404: it is documented now
                ListPetsError
                <document>:1:1  neither source nor wire  32f9f37e74e9
                Exhaustive switches get a case.

      warning   GET /pets  sent-limit-set
                query parameter "limit": the maximum is now 9
                ListPetsInput['query']['limit']: number
                <document>:1:1  neither source nor wire  b8231c63e76e
                Check that what is sent keeps to it.

      1 breaking change, 2 warnings. Suggested step: major.
      "
    `);
  });
  test('Markdown', () => {
    expect(render(plain, 'markdown')).toMatchInlineSnapshot(`
      "## API changes

      1 breaking change, 2 warnings. Suggested step: major.

      ### Breaking (1)

      - **<code>GET /pets</code>** query parameter &quot;limit&quot;: it is required now<br>
        <code>ListPetsInput&#91;&#39;query&#39;&#93;&#91;&#39;limit&#39;&#93;</code>: <code>number</code><br>
        Change the callers before the API is deployed; agree on a date with its owner.<br>
        <sub><code>parameter-became-required</code> · source and wire · <code>&lt;document&gt;:1:1</code> · <code>a754b585e6cc</code></sub>

      <details><summary>Warnings (2)</summary>

      - **<code>GET /pets</code>** response 404: it is documented now<br>
        <code>ListPetsError</code><br>
        Exhaustive switches get a case.<br>
        <sub><code>error-status-added</code> · neither source nor wire · <code>&lt;document&gt;:1:1</code> · <code>32f9f37e74e9</code></sub>
      - **<code>GET /pets</code>** query parameter &quot;limit&quot;: the maximum is now 9<br>
        <code>ListPetsInput&#91;&#39;query&#39;&#93;&#91;&#39;limit&#39;&#93;</code>: <code>number</code><br>
        Check that what is sent keeps to it.<br>
        <sub><code>sent-limit-set</code> · neither source nor wire · <code>&lt;document&gt;:1:1</code> · <code>b8231c63e76e</code></sub>

      </details>
      "
    `);
  });
  test('Markdown that is no longer than a comment may be', () => {
    const { changes } = plain;
    const many = changes.flatMap((change) => Array.from({ length: 400 }, () => change));
    const reason = 'r'.repeat(500);
    const long: Report = {
      ...plain,
      changes: many,
      ignored: many.map((change) => ({ ...change, reason })),
      notes: Array(400).fill(reason),
    };
    const comment = render(long, 'markdown');
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('### Breaking (400)');
    expect(comment.match(/^- … and \d+ more; /gm)).toHaveLength(4);
  });
  test('annotations', () => {
    expect(render(plain, 'github')).toMatchInlineSnapshot(`
      "::error file=<document>,line=1,col=1,title=parameter-became-required::GET /pets: query parameter "limit": it is required now%0AListPetsInput['query']['limit']: number%0Asource and wire. Change the callers before the API is deployed; agree on a date with its owner.
      ::warning file=<document>,line=1,col=1,title=error-status-added::GET /pets: response 404: it is documented now%0Aneither source nor wire. Exhaustive switches get a case.
      ::warning file=<document>,line=1,col=1,title=sent-limit-set::GET /pets: query parameter "limit": the maximum is now 9%0AListPetsInput['query']['limit']: number%0Aneither source nor wire. Check that what is sent keeps to it.
      "
    `);
  });
  test('JSON as its schema has it', () => {
    const schema: unknown = JSON.parse(readFileSync(new URL('../../docs/diff.schema.json', import.meta.url), 'utf8'));
    if (typeof schema !== 'object' || schema === null) throw new TypeError('a schema is an object');
    const validate = new Ajv2020({ allErrors: true }).compile(schema);
    for (const report of [plain, hostile]) {
      validate(JSON.parse(render(report, 'json')));
      expect(validate.errors).toBeNull();
    }
    validate({ ...plain, contract: 'perhaps' });
    expect(validate.errors).not.toBeNull();
  });
  test('a page opens what is breaking, unless it is too much to read', () => {
    expect(render(plain, 'html').match(/<details class="change \w+"[^>]* open>/g)).toHaveLength(1);
    const [first] = plain.changes;
    const many = first ? Array.from({ length: 30 }, () => first) : [];
    expect(render({ ...plain, changes: many }, 'html')).not.toMatch(/<details[^>]* open>/);
  });
  test('a page without changes has nothing to filter', () => {
    expect(render({ ...plain, changes: [] }, 'html')).not.toMatch(/<(form|script)/);
  });
  test('a page that asks the network for nothing', () => {
    const page = render(plain, 'html');
    expect(page).toContain("default-src 'none'");
    expect(page).not.toMatch(/(src|href)=/);
  });
});

describe('a changelog', () => {
  test('has a section for each version, the newest first, and the same run changes nothing', () => {
    const first = changelog(undefined, '1.0.0', plain);
    const second = changelog(first, '1.1.0', plain);
    expect(second.match(/^## .*$/gm)).toEqual(['## 1.1.0', '## 1.0.0']);
    expect(changelog(second, '1.1.0', plain)).toBe(second);
    expect(changelog(second, '1.0.0', plain)).toBe(second);
  });
  test('keeps what people wrote around it', () => {
    const own = '# Our changes\n\nRead this first.\n\n## 0.9.0\n\n- by hand\n';
    const text = changelog(own, '1.0.0', plain);
    expect(text.startsWith('# Our changes\n\nRead this first.\n\n## 1.0.0\n')).toBe(true);
    expect(text.endsWith('\n## 0.9.0\n\n- by hand\n')).toBe(true);
  });
});
