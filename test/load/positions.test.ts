/** The quick positions in YAML are those of the exact parse, wherever they do not pass. */
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { ReadPositions } from '../../src/load/positions/read-positions.js';
import { YamlPositions } from '../../src/load/positions/yaml-positions.js';
import { Lines } from '../../src/load/text/decode.js';
import { CORE } from '../../src/load/text/yaml.js';
import { NodeRecorder } from '../../src/load/text/yaml-nodes.js';

/** The share of places that js-yaml must know by itself. */
const rows: readonly (readonly [name: string, text: string, known: number])[] = [
  ['block collections', 'a:\n  b: 1\n  c:\n    - x\n    - y: z\n      w: 2\nd: e\n', 1],
  ['sequences at the margin of their key', 'a:\n- b\n- - c\n  - d\n', 1],
  ['comments and empty lines', '# first\n\na: # of a\n  # of b\n\n  b: "#no"\n  c: d#e\n', 1],
  ['flow collections', 'a: { b: 1, c: [ 2, "x", { d: e } ] }\nf: []\ng: {}\n', 1],
  ['flow collections of several lines', 'a: {\n  b: 1,\n  # between\n  c: [\n    2\n  ]\n}\n', 1],
  ['pairs in flow sequences', 'a: [ b: c, d ]\n', 0],
  ['block scalars', 'a: |\n  text: no\n  more\nb: >-\n  folded\nc: d\n', 1],
  ['strings of several lines', "a: \"one\n  two: x\n\n  three\"\nb: plain\n  goes on\nc: 'it''s'\n", 1],
  ['quoted and numeric keys', '"a b": 1\n200:\n  x: y\n\'c/d\': 2\n', 1],
  ['anchors, aliases and merge keys', 'a: &x\n  b: 1\nc: *x\nd:\n  <<: *x\n  e: 2\nf: &y g\nh: [*y, 1]\n', 0.3],
  ['tags', 'a: !!str 1\nb: !!map\n  c: d\n', 0.3],
  ['complex keys', '? a\n: b\n? c\n', 0],
  ['empty nodes', 'a:\nb:\n  - \n  - x\n  -\nc: {d: , e}\nf: ~\ng: null\n', 0.3],
  ['CRLF', 'a:\r\n  b: 1\r\n  c:\r\n    - d\r\n', 1],
  ['a document with marks', '%YAML 1.2\n---\na: 1\nb:\n  c: d\n...\n', 0.5],
  ['a key that is like its value', 'a: a\nb: { b: b }\n', 1],
  ['a list of equal things', 'a: [1, 1, 1]\nb:\n  - {}\n  - {}\n', 1],
];

describe.each(rows)('%s', (_, text, known) => {
  const recorder = new NodeRecorder();
  const value = load(text, { schema: CORE, maxDepth: 100, maxTotalMergeKeys: 100, listener: recorder.listener });
  const places = placesOf(value, []);
  test('agree', () => {
    const [quick, exact, lines] = [new ReadPositions(text, recorder.nodes(value)), new YamlPositions(text), new Lines(text)];
    const found = places.map(([way, on]) => ({ way, on, offset: quick.find(way, on) }));
    const answered = found.flatMap(({ way, on, offset }) =>
      offset === undefined ? [] : [{ way, on, quick: lines.at(offset), exact: exact.find(way, on) }],
    );
    expect(answered.filter((each) => each.quick.line !== each.exact.line || each.quick.column !== each.exact.column)).toEqual([]);
    expect(answered.length / places.length).toBeGreaterThanOrEqual(known);
  });
});

type Asked = readonly [way: readonly string[], on: 'key' | 'value'];
function placesOf(value: unknown, way: readonly string[]): readonly Asked[] {
  const here: readonly Asked[] = [way, [...way, 'missing']].flatMap((each): Asked[] => [
    [each, 'key'],
    [each, 'value'],
  ]);
  if (typeof value !== 'object' || value === null) return here;
  return [...here, ...Object.entries(value).flatMap(([key, member]) => placesOf(member, [...way, key]))];
}
