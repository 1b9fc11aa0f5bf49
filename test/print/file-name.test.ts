import { describe, expect, test } from 'vitest';
import { unsafe } from '../../src/output/paths.js';
import { fileName } from '../../src/print/file-name.js';

describe('what the document calls something becomes a name for files', () => {
  test.each([
    ['Load Balancers', 'load-balancers'],
    ['core_v1', 'core-v1'],
    ['PETS', 'pets'],
    ['../../etc/passwd', 'etc-passwd'],
    ['a\u0000b', 'a-b'],
    ['日本', 'u65e5u672c'],
    // On Windows a device, with any extension.
    ['CON', 'con_'],
    ['lpt1', 'lpt1_'],
    ['console', 'console'],
    // The folder's own.
    ['Index', 'index_'],
  ])('%j: %s', (text, name) => {
    expect(fileName(text)).toBe(name);
  });

  test.each(['', '🦊', '...', '/'])('%j has no word, and a name of its own', (text) => {
    expect(fileName(text)).toMatch(/^name-[\da-z]{6}$/);
  });

  test('a long one keeps its beginning, and is still told from others with that', () => {
    const [one, other] = [fileName(`${'long '.repeat(60)}1`), fileName(`${'long '.repeat(60)}2`)];
    expect(one).toMatch(/^long-long-.*-[\da-z]{6}$/);
    expect(one.length).toBeLessThanOrEqual(60);
    expect(other).not.toBe(one);
  });

  test.each(['CON', 'x'.repeat(300), '日本'.repeat(50), 'a. ', '<>:"|?*'])('%j is safe on every file system', (text) => {
    expect(unsafe(`${fileName(text)}.ts`)).toBeUndefined();
  });
});
