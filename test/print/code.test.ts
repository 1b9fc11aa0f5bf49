/** The quoting under attack: what goes in as a string comes out as that string, and as nothing else. */
import fc from 'fast-check';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { access, code, comment, empty, join, literal, propertyKey, regex } from '../../src/print/code.js';

/** Strings made of what breaks out of strings, comments, templates, tags, regular expressions and editors. */
const pieces = [
  `'`,
  `"`,
  '`',
  '\\',
  '$',
  '{',
  '}',
  '${',
  '*/',
  '/*',
  '//',
  '*',
  '/',
  '\n',
  '\r',
  '\r\n',
  '\t',
  '\0',
  '\u0001',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u00ad',
  '\u2028',
  '\u2029',
  '\u200b',
  '\u200e',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ufffe',
  '\ud800',
  '\udc00',
  '😀',
  '</script>',
  '<!--',
  '-->',
  '{{x}}',
  '{{{x}}}',
  '[',
  ']',
  '(',
  ')',
  '|',
  '^',
  '-',
  '?',
  '+',
  '.',
  '@internal',
  '@ts-ignore',
  '__proto__',
  'constructor',
  '\u034f',
  '\u3164',
  '\ufe01',
  '\u{e0041}',
  '\u{1d173}',
  'a',
  'é',
  '0',
  ' ',
];
const hostile = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

const parse = (text: string): ts.SourceFile => ts.createSourceFile('a.ts', text, ts.ScriptTarget.ESNext, true);
/** The text as the value of the only expression in it. */
const evaluate = (text: string): unknown => new Function(`'use strict'; return (${text});`)();
/** But U+FE0F, which emoji have. */
const UNPRINTABLE = /[^\x20-\x7e\u{a1}-\u{10ffff}]|(?!\ufe0f)\p{Default_Ignorable_Code_Point}|[\u2028-\u202f\ufff0-\uffff]/u;

describe('literal', () => {
  test('a string comes back, on one line, with nothing invisible in it', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const { text } = literal(value);
        expect(evaluate(text)).toBe(value);
        expect(text).not.toMatch(UNPRINTABLE);
        expect(text).not.toMatch(/<\/script|<!--/i);
        const [statement, ...others] = parse(`${text};`).statements;
        expect(others).toEqual([]);
        expect(
          statement &&
            ts.isExpressionStatement(statement) &&
            ts.isStringLiteral(statement.expression) &&
            statement.expression.text,
        ).toBe(value);
      }),
      { numRuns: 2_000 },
    );
  });
  test('any value comes back, with its own members only', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'binary', noUnicodeString: false }),
        fc.dictionary(hostile, hostile),
        (value, record) => {
          const json = JSON.parse(JSON.stringify([value, record]));
          const back = evaluate(literal(json).text);
          expect(JSON.stringify(back)).toBe(JSON.stringify(json));
        },
      ),
      { numRuns: 500 },
    );
  });
  test('`__proto__` is a member, not the prototype', () => {
    const back = evaluate(literal(JSON.parse('{"__proto__": {"polluted": true}}')).text);
    expect(Object.keys(back as object)).toEqual(['__proto__']);
    expect((back as { polluted?: unknown }).polluted).toBeUndefined();
  });
  test.each([0, -0, 1e21, 5e-324, -1.5, Number.MAX_SAFE_INTEGER])('%d', (value) => {
    expect(Object.is(evaluate(literal(value).text), value)).toBe(true);
  });
  test('what JSON cannot say is refused', () => {
    expect(() => literal(Number.NaN)).toThrow(RangeError);
    expect(() => literal(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('propertyKey and access', () => {
  test('name one member, in a type and in a value', () => {
    fc.assert(
      fc.property(hostile, (key) => {
        const value = evaluate(code`{ ${propertyKey(key, 'value')}: 1 }`.text) as object;
        expect(Object.entries(value)).toEqual([[key, 1]]);
        const [alias] = parse(`type A = { ${propertyKey(key, 'type')}: 1 };`).statements;
        const type = alias && ts.isTypeAliasDeclaration(alias) && ts.isTypeLiteralNode(alias.type) ? alias.type : undefined;
        const name = type?.members[0]?.name;
        expect(type?.members.length).toBe(1);
        expect(name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) && name.text).toBe(key);
      }),
      { numRuns: 1_000 },
    );
  });
  test('read one member', () => {
    fc.assert(
      fc.property(hostile, (key) => {
        const object = Object.defineProperty({}, key, { value: 1, enumerable: true });
        expect(new Function('o', `'use strict'; return o${access(key)};`)(object)).toBe(1);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('regex', () => {
  const compiles = (source: string, flags: 'u' | ''): RegExp | undefined => {
    try {
      return new RegExp(source, flags);
    } catch {
      return undefined;
    }
  };
  /** A regular expression literal, or the constructor with one string. */
  const holdsOnlyText = (node: ts.Expression): boolean =>
    ts.isRegularExpressionLiteral(node) ||
    (ts.isNewExpression(node) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'RegExp' &&
      node.arguments?.length === 1 &&
      node.arguments.every(ts.isStringLiteral));
  test('is one expression on one line that matches what the source matches', () => {
    fc.assert(
      fc.property(
        hostile,
        fc.constantFrom('u' as const, '' as const),
        fc.array(hostile, { maxLength: 3 }),
        (source, flags, samples) => {
          const wanted = compiles(source, flags);
          fc.pre(wanted !== undefined);
          const { text } = regex(source, flags);
          expect(text).not.toMatch(UNPRINTABLE);
          const [statement, ...others] = parse(`x = ${text};`).statements;
          expect(others).toEqual([]);
          const assignment =
            statement && ts.isExpressionStatement(statement) && ts.isBinaryExpression(statement.expression)
              ? statement.expression
              : undefined;
          expect(assignment && holdsOnlyText(assignment.right)).toBe(true);
          const made = evaluate(text) as RegExp;
          for (const sample of [...samples, source, '']) expect(made.exec(sample)?.[0]).toBe(wanted?.exec(sample)?.[0]);
        },
      ),
      { numRuns: 3_000 },
    );
  });
  test.each(['(?<!-)a', '(?<=x)</a>', '\\p{L}\\/\\/', '[^<!--]'])('%s keeps its meaning', (source) => {
    expect((evaluate(regex(source, 'u').text) as RegExp).source).toBe(new RegExp(source, 'u').source);
  });
  test('what does not compile throws', () => {
    expect(() => regex('(', 'u')).toThrow(SyntaxError);
  });
});

describe('comments', () => {
  test('end where they are meant to', () => {
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 4 }), hostile, (texts, tagged) => {
        const { text } = comment([...texts, { tag: 'example', text: tagged }]);
        const file = parse(`${text}\nconst marker = 1;`);
        expect(file.statements.length).toBe(1);
        const [range, ...others] = ts.getLeadingCommentRanges(file.text, 0) ?? [];
        expect(others).toEqual([]);
        expect(range && file.text.slice(range.pos, range.end)).toBe(text);
        expect(text).not.toMatch(/[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\0]/);
      }),
      { numRuns: 2_000 },
    );
  });
  test('have no tags but ours', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const tags = ts.getJSDocTags(parse(`${comment([text, 'end'])}\nconst marker = 1;`).statements[0] ?? parse(''));
        expect(tags.map(({ tagName }) => tagName.text)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
  test.each([
    [['One line.'], '/** One line. */'],
    [['One.', 'Two.'], '/**\n * One.\n *\n * Two.\n */'],
    [['One.', { tag: 'deprecated' } as const], '/**\n * One.\n *\n * @deprecated\n */'],
    [[{ tag: 'deprecated', text: 'since 2' } as const], '/** @deprecated since 2 */'],
    [['  ', '\n\n'], ''],
    [[], ''],
    [['a\r\nb\u2028c  \n\n'], '/**\n * a\n * b\n * c\n */'],
    [['*/ x **// y'], '/** *\\/ x **\\// y */'],
    [['@ts-ignore'], '/** \\@ts-ignore */'],
  ])('%j', (docs, wanted) => {
    expect(comment(docs).text).toBe(wanted);
  });
});

describe('code', () => {
  test('quotes strings, keeps code', () => {
    expect(code`f(${`a'b`}, ${1}, ${null}, ${undefined}, ${code`x`}, ${[code`y`, code`z`]})`.text).toBe(
      `f('a\\'b', 1, null, undefined, x, yz)`,
    );
  });
  test('indents what has several lines like the line that it stands in', () => {
    const body = code`if (a) {\n  b();\n}\n\nc();`;
    expect(code`function f() {\n  ${body}\n}`.text).toBe('function f() {\n  if (a) {\n    b();\n  }\n\n  c();\n}');
    expect(code`x = ${code`{\n  a: 1,\n}`};`.text).toBe('x = {\n  a: 1,\n};');
    expect(code`${code`a`}  ${code`b\nc`}`.text).toBe('a  b\nc');
  });
  test('joins', () => {
    expect(join([code`a`, code`b`], ' | ').text).toBe('a | b');
    expect(join([], ', ').text).toBe(empty.text);
  });
});
