/** The styles read backwards: what names and texts are as values. */
import { describe, expect, it } from 'vitest';
import {
  asBoolean,
  asNumber,
  asText,
  deep,
  deepList,
  deepMembers,
  deepText,
  each,
  type Fields,
  fromJson,
  listed,
  one,
  oneOrEach,
  orVacant,
  paired,
  spread,
} from '../../../templates/runtime/index.js';
import { asItStands, gathered, pairsIn, unescaped } from '../../../templates/runtime/parameters/gather.js';

const read = (query: string, fields: Fields): object => ({ ...gathered(pairsIn(query), fields, unescaped).values });
const filter = deep(deepMembers({ min: deepText(asNumber), tags: deepList(deepText(asText)) }, deepText(asBoolean)));

it.each<[query: string, fields: Fields, value: object]>([
  ['a=1', [['a', one(asNumber)]], { a: 1 }],
  ['a=1&a=2', [['a', one(asNumber)]], { a: 1 }],
  ['b=1', [['a', one(asNumber)]], {}],
  ['a', [['a', one(asText)]], { a: '' }],
  ['a=x%2By+z', [['a', one(asText)]], { a: 'x+y z' }],
  ['a=%zz', [['a', one(asText)]], { a: '%zz' }],
  ['%61=1', [['a', one(asNumber)]], { a: 1 }],
  ['__proto__=1', [['__proto__', one(asNumber)]], JSON.parse('{"__proto__":1}')],
  ['a=1&a=2', [['a', each(asNumber)]], { a: [1, 2] }],
  ['a=1', [['a', oneOrEach(asNumber, asText)]], { a: 1 }],
  ['a=1&a=2', [['a', oneOrEach(asNumber, asText)]], { a: ['1', '2'] }],
  ['a=x%2Cy,z', [['a', listed(asText)]], { a: ['x,y', 'z'] }],
  ['a=', [['a', listed(asText)]], { a: [] }],
  ['a=x%20y+z', [['a', listed(asText, ' ')]], { a: ['x', 'y', 'z'] }],
  ['a=1%7C2|3', [['a', listed(asNumber, '|')]], { a: [1, 2, 3] }],
  ['a=R,1,G%2C,2', [['a', paired({ R: asNumber })]], { a: { R: 1, 'G,': '2' } }],
  ['a=R%7C1', [['a', paired({ R: asNumber }, undefined, '|')]], { a: { R: 1 } }],
  ['a=R', [['a', paired({ R: asText })]], { a: { R: '' } }],
  [
    'R=1&G=2&b=3',
    [
      ['a', spread({ R: asNumber })],
      ['b', one(asNumber)],
    ],
    { a: { R: 1 }, b: 3 },
  ],
  [
    'b=3&x=1&y=2',
    [
      ['b', one(asNumber)],
      ['a', spread({}, asNumber)],
    ],
    { a: { x: 1, y: 2 }, b: 3 },
  ],
  ['a=', [['a', orVacant(each(asNumber))]], { a: '' }],
  ['a=1&a=', [['a', orVacant(each(asNumber))]], { a: [1, ''] }],
  ['a={"b":1}', [['a', one(fromJson())]], { a: { b: 1 } }],
  ['f[min]=1&f%5Btags%5D%5B0%5D=x&f[tags][1]=y', [['f', filter]], { f: { min: 1, tags: ['x', 'y'] } }],
  ['f[tags][]=x&f[tags][]=y', [['f', filter]], { f: { tags: ['x', 'y'] } }],
  ['f[tags]=x&f[tags]=y', [['f', filter]], { f: { tags: ['x', 'y'] } }],
  ['f[other]=true', [['f', filter]], { f: { other: true } }],
  ['f[__proto__]=true', [['f', filter]], { f: JSON.parse('{"__proto__":true}') }],
  ['f=x', [['f', filter]], { f: 'x' }],
  ['f[min=1&fmin]=2', [['f', filter]], {}],
])('%s', (query, fields, value) => {
  expect(read(query, fields)).toEqual(value);
});

it('leaves percent signs alone where nothing is encoded', () => {
  expect({ ...gathered([['a', '%41,b+c']], [['a', listed(asText)]], asItStands).values }).toEqual({ a: ['%41', 'b+c'] });
});

describe('takes time in proportion', () => {
  const many = Array.from({ length: 50_000 }, (_, i) => `f[tags][${i}]=x`).join('&');
  it.each<[string, Fields]>([
    ['to a deep list', [['f', filter]]],
    [
      'to what nobody takes',
      [
        ['a', one(asText)],
        ['b', each(asText)],
      ],
    ],
    ['to what one takes all of', [['a', spread({}, asText)]]],
  ])('%s', (_, fields) => {
    const start = performance.now();
    read(many, fields);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
});
