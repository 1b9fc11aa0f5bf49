/** A config that nobody has checked, held against its shape: every mistake, each with the key and what was expected. */
import { child, type Finding, type Pointer, type Position, quote, type Rule, tokensOf } from '../diagnostics.js';
import { isObject } from '../model/node.js';
import type { Config } from './config.js';
import { configUnknownKey, configWrongValue } from './rules.js';
import { configShape, type Shape } from './shape.js';
import { nearest } from './suggest.js';

/** Where a value of the config file stands. */
export type Locate = (at: Pointer, on: 'key' | 'value') => Position;

export interface ValidatedConfigs {
  /** Empty where there is a finding. */
  readonly configs: readonly Config[];
  readonly findings: readonly Finding[];
}

export function validateConfigs(content: unknown, locate: Locate): ValidatedConfigs {
  const check = new Check(locate);
  const entries: readonly unknown[] = Array.isArray(content) ? content : [content];
  const configs: Config[] = [];
  if (Array.isArray(content) && !content.length) check.wrong('#', 'expected at least one config, found an empty list');
  entries.forEach((entry, i) => {
    if (check.isConfig(entry, Array.isArray(content) ? `#/${i}` : '#')) configs.push(entry);
  });
  return { configs: check.findings.length ? [] : configs, findings: check.findings };
}

/** What a text is where its shape says no more. */
const SOMETHING = /./s;

class Check {
  readonly findings: Finding[] = [];
  readonly #locate: Locate;

  constructor(locate: Locate) {
    this.#locate = locate;
  }

  /** `configShape` is made to mirror `Config`, which is what makes this a proof. */
  isConfig(value: unknown, at: Pointer): value is Config {
    const before = this.findings.length;
    this.#check(value, configShape, at);
    return this.findings.length === before;
  }

  wrong(at: Pointer, message: string): void {
    this.#report(configWrongValue, at, message, 'value');
  }

  #report(rule: Rule, at: Pointer, message: string, on: 'key' | 'value'): void {
    this.findings.push({ rule, at, on, message: `${keyOf(at)}${message}`, position: this.#locate(at, on) });
  }

  #expected(at: Pointer, expected: string, value: unknown): void {
    this.wrong(at, `expected ${expected}, found ${describe(value)}`);
  }

  #check(value: unknown, shape: Shape, at: Pointer): void {
    switch (shape.kind) {
      case 'string':
        if (typeof value !== 'string' || !(shape.pattern ?? SOMETHING).test(value))
          this.#expected(at, shape.what ?? 'a text', value);
        return;
      case 'number':
        if (typeof value !== 'number' || !Number.isInteger(value) || value < shape.minimum)
          this.#expected(at, `a whole number of ${shape.what}, ${shape.minimum} or more`, value);
        return;
      case 'boolean':
        if (typeof value !== 'boolean') this.#expected(at, 'true or false', value);
        return;
      case 'word':
        if (typeof value !== 'string' || !shape.words.includes(value))
          this.#expected(at, oneOf(shape.words) + suggestion(value, shape.words), value);
        return;
      case 'list':
        if (!Array.isArray(value)) this.#expected(at, 'a list', value);
        else for (const [i, entry] of value.entries()) this.#check(entry, shape.of, child(at, i));
        return;
      case 'map':
        if (!isObject(value)) this.#expected(at, `a map by ${shape.keys}`, value);
        else for (const [key, entry] of Object.entries(value)) this.#check(entry, shape.of, child(at, key));
        return;
      case 'group':
        this.#checkGroup(value, shape, at);
        return;
      case 'variants': {
        const kinds = Object.keys(shape.variants);
        const variant =
          isObject(value) && typeof value['kind'] === 'string' && Object.hasOwn(shape.variants, value['kind'])
            ? shape.variants[value['kind']]
            : undefined;
        if (variant) this.#checkGroup(value, variant, at);
        else if (isObject(value))
          this.#expected(child(at, 'kind'), oneOf(kinds) + suggestion(value['kind'], kinds), value['kind']);
        else this.#expected(at, 'a group of keys', value);
        return;
      }
      case 'either':
        this.#check(value, isObject(value) ? shape.second : shape.first, at);
        return;
      default:
        shape satisfies never;
    }
  }

  #checkGroup(value: unknown, shape: Shape & { readonly kind: 'group' }, at: Pointer): void {
    if (!isObject(value)) {
      this.#expected(at, 'a group of keys', value);
      return;
    }
    const known = Object.keys(shape.members);
    for (const [key, entry] of Object.entries(value)) {
      const member = Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
      // An undefined member is an absent one: `output: process.env.OUT`.
      if (entry === undefined) continue;
      if (member) this.#check(entry, member, child(at, key));
      // For editors, which find the schema of the file by it.
      else if (key !== '$schema')
        this.#report(configUnknownKey, child(at, key), `is no key of the config${suggestion(key, known)}`, 'key');
    }
    for (const key of shape.required) {
      if (value[key] === undefined) this.wrong(at, `lacks the key ${quote(key)}, ${describeShape(shape.members[key])}`);
    }
  }
}

/** `schemas.int64 `, or nothing for the config itself. */
function keyOf(at: Pointer): string {
  const steps = tokensOf(at.slice(1));
  return steps.length ? `${quote(steps.join('.')).slice(1, -1)} ` : 'the config ';
}

function describeShape(shape: Shape | undefined): string {
  return shape?.kind === 'string' && shape.what ? shape.what : 'which it must have';
}

const oneOf = (words: readonly string[]): string =>
  words
    .map((word) => quote(word))
    .join(', ')
    .replace(/, ([^,]*)$/, ' or $1');

function suggestion(value: unknown, candidates: readonly string[]): string {
  const meant = typeof value === 'string' ? nearest(value, candidates) : undefined;
  return meant === undefined ? '' : ` (did you mean ${quote(meant)}?)`;
}

function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'function') return 'a function';
  if (value === '') return 'an empty text';
  return typeof value === 'string' ? quote(value) : String(value);
}
