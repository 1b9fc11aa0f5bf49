/**
 * Reading a document that nobody has checked. A `Node` is a place and what stands there; asking it for a member of a type
 * gives that type or undefined, and a finding where something else stands. So a wrong type in any place is answered
 * with the place and what was expected, and the reading goes on: one run finds as many problems as there are.
 */
import { child, type Finding, type Pointer, quote, type Rule } from '../diagnostics.js';
import type { JsonObject, Source } from '../load/source.js';
import type { Options } from '../options.js';
import type { Findings } from './findings.js';
import { flagMeant, isDispensable, isEmptyList, isEmptyMap, numberMeant, textMeant } from './meant.js';
import type { Names } from './names.js';
import {
  cyclicReference,
  referenceThroughReference,
  unresolvedReference,
  unusableMember,
  valueOfOtherType,
  wrongType,
} from './rules.js';
import type { Json } from './schema.js';

/** What every builder of the model shares for the length of one build. */
export interface Context {
  readonly source: Source;
  readonly options: Options;
  readonly names: Names;
  /** Where references have led, so that the components that nothing uses are known at the end. */
  readonly followed: Set<Pointer>;
  readonly findings: Findings;
  report(rule: Rule, at: Pointer, message: string, on?: Finding['on']): void;
}

export class Node {
  readonly context: Context;
  readonly at: Pointer;
  readonly value: JsonObject;

  private constructor(context: Context, at: Pointer, value: JsonObject) {
    this.context = context;
    this.at = at;
    this.value = value;
  }

  static of(context: Context, at: Pointer, value: Json | undefined): Node | undefined {
    if (isObject(value)) return new Node(context, at, value);
    if (isEmptyList(value)) {
      context.report(valueOfOtherType, at, 'expected an object, found an empty list');
      return new Node(context, at, {});
    }
    if (value !== undefined)
      context.report(value === null ? unusableMember : wrongType, at, `expected an object, found ${describe(value)}`);
    return undefined;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.value, key);
  }
  /** The member as it stands; undefined where it is absent. Never an inherited one. */
  get(key: string): Json | undefined {
    return Object.hasOwn(this.value, key) ? this.value[key] : undefined;
  }
  pointer(...keys: readonly (string | number)[]): Pointer {
    return child(this.at, ...keys);
  }

  string(key: string): string | undefined {
    const value = this.get(key);
    if (typeof value === 'string') return value;
    const meant = value === undefined || !isDispensable(key) ? undefined : textMeant(value);
    return meant === undefined ? this.wrong(key, value, 'a string') : this.meant(key, value, meant);
  }
  boolean(key: string): boolean | undefined {
    const value = this.get(key);
    if (typeof value === 'boolean') return value;
    const meant = value === undefined ? undefined : flagMeant(value);
    return meant === undefined ? this.wrong(key, value, 'true or false') : this.meant(key, value, meant);
  }
  number(key: string): number | undefined {
    const value = this.get(key);
    if (typeof value === 'number') return value;
    const meant = value === undefined ? undefined : numberMeant(value);
    return meant === undefined ? this.wrong(key, value, 'a number') : this.meant(key, value, meant);
  }
  /** A list of strings, or the one that stands there by itself; entries that are none are reported and left out. */
  strings(key: string): readonly string[] | undefined {
    const given = this.get(key);
    const list = typeof given === 'string' ? this.meant(key, given, [given]) : this.list(key);
    return list?.flatMap((value, i) => {
      if (typeof value === 'string') return [value];
      const rule = value === null || isDispensable(key) ? unusableMember : wrongType;
      this.context.report(rule, this.pointer(key, i), `expected a string, found ${describe(value)}`);
      return [];
    });
  }
  list(key: string): readonly Json[] | undefined {
    const value = this.get(key);
    if (Array.isArray(value)) return value;
    // Without requirements nothing is needed, which an empty map need not mean.
    if (value === undefined || key === 'security' || !isEmptyMap(value)) return this.wrong(key, value, 'a list');
    this.context.report(valueOfOtherType, this.pointer(key), 'expected a list, found an empty object');
    return [];
  }
  /** The member as a node. A reference in it is not followed. */
  object(key: string): Node | undefined {
    const value = this.get(key);
    // No paths at all are no slip: then there is no document to go on with.
    return isObject(value) || (key !== 'paths' && isEmptyList(value))
      ? Node.of(this.context, this.pointer(key), value)
      : this.wrong(key, value, 'an object');
  }
  /**
   * The members of a map, sorted by name (code units); what is no object is reported and left out. `x-request-id` is a name like
   * any other, except where the specification lets extensions stand among the names: then `extensible` leaves them out.
   */
  entries(key: string, extensible: 'extensible' | 'names' = 'names'): readonly (readonly [string, Node])[] {
    const map = this.object(key);
    if (!map) return [];
    return Object.keys(map.value)
      .filter((name) => extensible === 'names' || !name.startsWith('x-'))
      .sort(byCodeUnits)
      .flatMap((name) => {
        const node = map.entry(name);
        return node ? [[name, node] as const] : [];
      });
  }
  /** The entries of a list as nodes. */
  objects(key: string): readonly Node[] {
    return (this.list(key) ?? []).flatMap((value, i) => Node.of(this.context, this.pointer(key, i), value) ?? []);
  }
  /** The objects directly below a member, whether it is one or a list of them; other values are passed over. */
  nodesBelow(key: string): readonly Node[] {
    const value = this.get(key);
    if (isObject(value)) return [new Node(this.context, this.pointer(key), value)];
    if (!Array.isArray(value)) return [];
    return value.flatMap((item, i) => (isObject(item) ? [new Node(this.context, this.pointer(key, i), item)] : []));
  }

  /**
   * The object that a Reference Object leads to, or this one where it is none. Undefined, with a finding, where it leads nowhere.
   * Siblings (`summary`, `description`) of a reference that isn't a schema are 3.1's overrides: ask `this` for them.
   */
  follow(): Node | undefined {
    const visited = new Set<Pointer>([this.at]);
    let node: Node = this;
    for (;;) {
      const reference = node.get('$ref');
      if (typeof reference !== 'string') return node;
      const at = node.pointer('$ref');
      const target = this.context.source.resolve(reference, node.at);
      if ('problem' in target) {
        this.context.report(unresolvedReference, at, `${quote(reference)} ${target.problem}`);
        return undefined;
      }
      if (target.through !== undefined)
        this.context.report(referenceThroughReference, at, `${quote(reference)} passes ${target.through}`);
      if (visited.has(target.at)) {
        this.context.report(cyclicReference, at, `${quote(reference)} leads back to itself through references alone`);
        return undefined;
      }
      visited.add(target.at);
      node.context.followed.add(target.at);
      if (!isObject(target.value)) {
        const found = describe(target.value);
        this.context.report(unresolvedReference, at, `${quote(reference)} leads to ${found}; expected an object`);
        return undefined;
      }
      node = new Node(this.context, target.at, target.value);
    }
  }

  /** The object at a name that may be any; an empty one where there is null, since what is named there is there. */
  private entry(name: string): Node | undefined {
    const at = this.pointer(name);
    return Node.of(this.context, at, this.get(name)) ?? (this.get(name) === null ? new Node(this.context, at, {}) : undefined);
  }

  private wrong(key: string, value: Json | undefined, expected: string): undefined {
    if (value === undefined) return undefined;
    const rule = value === null || isDispensable(key) ? unusableMember : wrongType;
    this.context.report(rule, this.pointer(key), `expected ${expected}, found ${describe(value)}`);
    return undefined;
  }
  private meant<T extends Json>(key: string, value: Json | undefined, meant: T): T {
    const found = value === undefined ? 'nothing' : describe(value);
    this.context.report(valueOfOtherType, this.pointer(key), `expected ${describe(meant)}, found ${found}`);
    return meant;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A reference without a sibling: what it says is what its target says. */
export function isOnlyReference(value: unknown): value is JsonObject & { readonly $ref: string } {
  return isObject(value) && typeof value['$ref'] === 'string' && Object.keys(value).length === 1;
}

/** A value named for a message: its type, and itself where it is short. */
export function describe(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return `${typeof value === 'string' ? 'the string' : `the ${typeof value}`} ${typeof value === 'string' ? quote(value) : String(value)}`;
}

/** The canonical order of everything that has a name: no locale has a say in it. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
