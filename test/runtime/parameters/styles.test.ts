/**
 * The table of the specification, row by row, as 3.0.4, 3.1.1 and 3.2.0 have it; the rows `cookie` are those of 3.2.0. Earlier editions differ in
 * what was found to be mistakes: dots between the items of a `label` that is not exploded, and no name before delimited lists.
 *
 * Its column `undefined`, which was called `empty`, is shown for the empty text. What has no value in JavaScript is left out, as RFC 6570 has it
 * (2.3, 3.2.1). Where the table has n/a something is written all the same, as servers read it.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#style-examples
 */
import { describe, expect, it } from 'vitest';
import {
  cookie,
  cookieExploded,
  deepObject,
  escaped,
  form,
  formExploded,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  pipeDelimited,
  reserved,
  reservedInPath,
  type Style,
  simple,
  simpleExploded,
  spaceDelimited,
} from '../../../templates/runtime/index.js';

const NAME = 'color';
const list = ['blue', 'black', 'brown'];
const object = { R: 100, G: 200, B: 150 };

describe('styles', () => {
  it.each<[string, Style, string | undefined, string | undefined, string | undefined, string | undefined]>([
    ['matrix', matrix, ';color', ';color=blue', ';color=blue,black,brown', ';color=R,100,G,200,B,150'],
    ['matrix exploded', matrixExploded, ';color', ';color=blue', ';color=blue;color=black;color=brown', ';R=100;G=200;B=150'],
    ['label', label, '.', '.blue', '.blue,black,brown', '.R,100,G,200,B,150'],
    ['label exploded', labelExploded, '.', '.blue', '.blue.black.brown', '.R=100.G=200.B=150'],
    ['simple', simple, '', 'blue', 'blue,black,brown', 'R,100,G,200,B,150'],
    ['simple exploded', simpleExploded, '', 'blue', 'blue,black,brown', 'R=100,G=200,B=150'],
    ['form', form, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    ['form exploded', formExploded, 'color=', 'color=blue', 'color=blue&color=black&color=brown', 'R=100&G=200&B=150'],
    ['spaceDelimited', spaceDelimited, 'color=', 'color=blue', 'color=blue%20black%20brown', 'color=R%20100%20G%20200%20B%20150'],
    ['pipeDelimited', pipeDelimited, 'color=', 'color=blue', 'color=blue%7Cblack%7Cbrown', 'color=R%7C100%7CG%7C200%7CB%7C150'],
    [
      'deepObject',
      deepObject,
      'color=',
      'color=blue',
      'color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown',
      'color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150',
    ],
    ['cookie', cookie, 'color=', 'color=blue', 'color=blue,black,brown', 'color=R,100,G,200,B,150'],
    ['cookie exploded', cookieExploded, 'color=', 'color=blue', 'color=blue; color=black; color=brown', 'R=100; G=200; B=150'],
  ])('%s', (_, style, empty, text, ofList, ofObject) => {
    expect(style(NAME, '', escaped)).toBe(empty);
    expect(style(NAME, 'blue', escaped)).toBe(text);
    expect(style(NAME, list, escaped)).toBe(ofList);
    expect(style(NAME, object, escaped)).toBe(ofObject);
    for (const absent of [undefined, null, [], {}, [null], { a: undefined }])
      expect(style(NAME, absent, escaped)).toBeUndefined();
  });

  it.each([
    [true, 'color=true'],
    [0, 'color=0'],
    [-1.5, 'color=-1.5'],
    [12n, 'color=12'],
    ['a b&c=d/é!*', 'color=a%20b%26c%3Dd%2F%C3%A9%21%2A'],
    ['%41', 'color=%2541'],
  ])('%s as text', (value, text) => {
    expect(form(NAME, value, escaped)).toBe(text);
  });

  it.each([NaN, Infinity, [[1]], [{ a: 1 }], { a: { b: 1 } }, () => 1, Symbol('s')])('refuses %s', (value) => {
    expect(() => form(NAME, value, escaped)).toThrow(/no form as text/);
  });

  it('keeps separators inside values apart from separators between them', () => {
    expect(form(NAME, ['a,b', 'c'], escaped)).toBe('color=a%2Cb,c');
    expect(pipeDelimited(NAME, ['a|b', 'c'], escaped)).toBe('color=a%7Cb%7Cc');
  });

  it('writes deeper values as servers read them', () => {
    expect(deepObject(NAME, { a: { b: [1, 2] }, c: null }, escaped)).toBe(
      'color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D=2',
    );
  });
});

describe('allowReserved', () => {
  it.each([
    ["a:/?@!$'()*+,;=b", "a:/?@!$'()*+,;=b"],
    ['50%', '50%25'],
    ['%41%zz', '%41%25zz'],
    ['a b#c&d[e]', 'a%20b%23c%26d%5Be%5D'],
    ['é', '%C3%A9'],
  ])('%s in a query', (text, want) => {
    expect(reserved(text)).toBe(want);
  });
  it('does not let a path segment end', () => {
    expect(reservedInPath('a/b?c#d:e@f')).toBe('a%2Fb%3Fc%23d:e@f');
  });
});
