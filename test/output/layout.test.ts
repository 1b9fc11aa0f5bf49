import { describe, expect, test } from 'vitest';
import { isSameButForLayout } from '../../src/output/layout.js';

const same: [string, string, string][] = [
  ['white space', 'export const a = 1;', 'export  const a\n  = 1;\n\n'],
  ['line breaks', 'f(a, b);', 'f(\n  a,\n  b,\n);'],
  ['CRLF', 'const a = 1;\nconst b = 2;', 'const a = 1;\r\nconst b = 2;\r\n'],
  ['quotes', "const a = 'x\\'y';", 'const a = "x\'y";'],
  ['semicolons', 'const a = 1;\nconst b = 2;', 'const a = 1\nconst b = 2'],
  ['members of a type', 'interface A { a: 1; b: 2 }', 'interface A {\n  a: 1,\n  b: 2,\n}'],
  ['quoted names', "type A = { 'a': 1; 'b-c': 2 };", 'type A = { a: 1; "b-c": 2 };'],
  ['a leading bar', "type A = 'x' | 'y';", 'type A =\n  | "x"\n  | "y"'],
  ['parentheses', 'const a = b && c || d;', 'const a = (b && c) || d;'],
  ['an arrow', 'const f = x => x;', 'const f = (x) => x;'],
  [
    'order of imports',
    "import { b, a } from './x.js';\nimport { c } from './c.js';\na(b, c);",
    "import { c } from './c.js';\nimport { a, b } from './x.js';\na(b, c);",
  ],
  [
    'order of exports',
    "// Made.\nexport { b, type a } from './x.js';\nexport type { c } from './c.js';",
    '// Made.\nexport type { c } from "./c.js";\nexport { type a, b } from "./x.js";',
  ],
  [
    'the indentation of a comment',
    '/**\n * A.\n * B.\n */\nexport type A = 1;',
    '  /**\n   * A.\n   * B.\n   */\n  export type A = 1;',
  ],
  ['numbers', 'const a = 0XFF;', 'const a = 0xff;'],
];
const different: [string, string, string][] = [
  ['a value', 'const a = 1;', 'const a = 2;'],
  ['a string', "const a = 'x';", "const a = 'x ';"],
  ['white space in a template', 'const a = `x`;', 'const a = `x `;'],
  ['const and let', 'const a = 1;', 'let a = 1;'],
  ['a comment', '/** A. */\nconst a = 1;', '/** B. */\nconst a = 1;'],
  ['a comment that moved', 'interface A { /** @deprecated */ a: 1; b: 2 }', 'interface A { a: 1; /** @deprecated */ b: 2 }'],
  ['a comment that went', '// A.\nconst a = 1;', 'const a = 1;'],
  ['a line break after return', 'function f() { return 1; }', 'function f() { return\n1; }'],
  ['precedence', 'const a = (b + c) * d;', 'const a = b + c * d;'],
  ['the end of an optional chain', 'const a = (b?.c).d;', 'const a = b?.c.d;'],
  ['a hole in a list', 'const a = [1, , 2];', 'const a = [1, 2];'],
  ['the head of for', 'for (a; ; ) b();', 'for (; a; ) b();'],
  ['type-only', "import type { A } from './a.js';", "import { A } from './a.js';"],
  [
    'the order of `export *`',
    "export * from './a.js';\nexport * from './b.js';",
    "export * from './b.js';\nexport * from './a.js';",
  ],
  ['a string and a name', "const a = 'b';", 'const a = b;'],
  ['a regular expression', 'const a = /a b/u;', 'const a = /a  b/u;'],
  ['optional', 'type A = { a?: 1 };', 'type A = { a: 1 };'],
  ['readonly', 'type A = { readonly a: 1 };', 'type A = { a: 1 };'],
  ['union and intersection', 'type A = B | C;', 'type A = B & C;'],
  ['the binding of a union', 'type A = (B | C)[];', 'type A = B | C[];'],
  ['an operator', 'const a = b++;', 'const a = b--;'],
  ['what does not parse', 'const a = ;', 'const a  = ;'],
];

describe('a formatter may', () => {
  test.each(same)('change %s', async (_, a, b) => expect(await isSameButForLayout(a, b, 'a.ts')).toBe(true));
});
describe('a person alone', () => {
  test.each(different)('changes %s', async (_, a, b) => expect(await isSameButForLayout(a, b, 'a.ts')).toBe(false));
});
test('JSON', async () => {
  expect(await isSameButForLayout('{"a":[1,2]}', '{ "a": [1,\n2] }', 'a.json')).toBe(true);
  expect(await isSameButForLayout('{"a":[1,2]}', '{"a":[2,1]}', 'a.json')).toBe(false);
});
