import { describe, expect, test } from 'vitest';
import { isSlow } from '../../../../src/model/schemas/read/backtracking.js';

const slow = [
  '^(a+)+$',
  '^(a*)*$',
  '^(a|a)*$',
  '^(a|aa)+$',
  '^([a-zA-Z]+)*$',
  '^(\\w|\\d)*$',
  '^(\\w+\\s?)*$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '^([a-z]{1,3})*$',
  '^(a{1,20})+$',
  '^(?:\\p{L}+|[a-z]+)*$',
  '(x+x+)+y',
  '^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$',
  '^(?=(a+)+$).*',
];
const quick = [
  '^[a-z]+$',
  '^[a-z0-9]+(-[a-z0-9]+)*$',
  '^([a-z0-9]+\\.)+[a-z]{2,}$',
  '^(\\d{3}){2,}$',
  '^(a|b)*$',
  '^(ab|a)c*$',
  '^\\d{1,3}(\\.\\d{1,3}){3}$',
  '^([0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$',
  '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$',
  '(a+)+',
  '^(/[^/]+)*$',
  '^a*a*$',
  '^[\\w.+-]+@[\\w-]+\\.[\\w.-]+$',
];

describe('patterns that take exponential time', () => {
  test.each(slow)('%s is one', (source) => expect(isSlow(source)).toBe(true));
  test.each(quick)('%s is none', (source) => expect(isSlow(source)).toBe(false));
});
