/** Strings of a document in messages. */
import { expect, test } from 'vitest';
import { quote } from '../src/diagnostics.js';

test.each([
  ['a "b"\n', '"a \\"b\\"\\n"'],
  ['\u202e\u2028\ud800', '"\\u202e\\u2028\\ud800"'],
  ['https://user:secret@example.com/a.json', '"https://…@example.com/a.json"'],
  ['//secret@host/a', '"//…@host/a"'],
  ['https://example.com/a@b', '"https://example.com/a@b"'],
  ['x'.repeat(81), `"${'x'.repeat(79)}…"`],
  [`https://user:${'x'.repeat(90)}@example.com/`, '"https://…@example.com/"'],
])('%j', (text, quoted) => {
  expect(quote(text)).toBe(quoted);
});
