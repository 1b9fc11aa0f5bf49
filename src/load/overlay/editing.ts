/** Changes to a document that copy what they change, and remember where everything comes from. */
import type { Json } from '../../model/schema.js';
import { assign, isObject } from '../json-value.js';
import type { JsonObject } from '../source.js';
import { type Origin, Origins } from './origins.js';

export interface Edit {
  readonly key: 'update' | 'copy';
  readonly value: Json;
  readonly origin: Origin;
}

/** Marks a node that goes away. */
const REMOVED: unique symbol = Symbol('removed');
type Change = { readonly value: Json; readonly origin?: Origin } | typeof REMOVED;

export class Editing {
  readonly origins = new Origins();
  private current: Json;

  constructor(document: Json) {
    this.current = document;
  }

  get root(): Json {
    return this.current;
  }

  remove(tokens: readonly string[]): void {
    this.change(tokens, () => REMOVED);
  }

  /** Gives a sentence where the two don't fit together; then nothing is changed. */
  merge(tokens: readonly string[], edit: Edit): string | undefined {
    let conflict: string | undefined;
    this.change(tokens, (value) => {
      const merged = this.merged(value, edit.value, edit.origin);
      if (typeof merged !== 'string') return merged;
      conflict = merged;
      return { value };
    });
    return conflict;
  }

  private change(tokens: readonly string[], how: (value: Json) => Change): void {
    const changed = this.changed(this.current, tokens, how);
    // The root itself can't go away.
    if (changed !== REMOVED) this.current = changed.value;
  }

  private changed(value: Json, [token, ...rest]: readonly string[], how: (value: Json) => Change): Change {
    if (token === undefined) return how(value);
    if (Array.isArray(value)) return this.changedList(value, Number(token), rest, how);
    if (!isObject(value)) return { value };
    const held = Object.hasOwn(value, token) ? value[token] : undefined;
    if (held === undefined) return { value };
    const change = this.changed(held, rest, how);
    const copy: { [key: string]: Json } = { ...value };
    this.origins.inherit(copy, value);
    if (change === REMOVED) delete copy[token];
    else this.put(copy, token, change);
    return { value: copy };
  }

  private changedList(list: readonly Json[], index: number, rest: readonly string[], how: (value: Json) => Change): Change {
    const held = list[index];
    if (held === undefined) return { value: list };
    const change = this.changed(held, rest, how);
    const copy = [...list];
    if (change !== REMOVED) {
      this.origins.inherit(copy, list);
      copy[index] = change.value;
      if (change.origin) this.origins.set(copy, index, change.origin);
      return { value: copy };
    }
    copy.splice(index, 1);
    this.origins.inheritWithout(copy, list, index);
    return { value: copy };
  }

  private put(copy: { [key: string]: Json }, key: string, change: { readonly value: Json; readonly origin?: Origin }): void {
    assign(copy, key, change.value);
    if (change.origin) this.origins.set(copy, key, change.origin);
  }

  /** A sentence where they don't fit. */
  private merged(target: Json, update: Json, origin: Origin): { readonly value: Json; readonly origin?: Origin } | string {
    if (Array.isArray(target)) return { value: this.joined(target, update, origin) };
    if (isObject(target)) {
      return isObject(update) ? this.mergedObjects(target, update, origin) : `an object cannot be merged with ${nameOf(update)}`;
    }
    if (typeof update === 'object' && update !== null) return `${nameOf(target)} cannot be replaced by ${nameOf(update)}`;
    return { value: update, origin };
  }

  private mergedObjects(target: JsonObject, update: JsonObject, origin: Origin): { readonly value: Json } | string {
    const copy: { [key: string]: Json } = { ...target };
    this.origins.inherit(copy, target);
    for (const [key, value] of Object.entries(update)) {
      const from = this.origins.of(update, key, origin);
      const held = Object.hasOwn(target, key) ? target[key] : undefined;
      const merged = held === undefined ? { value, origin: from } : this.merged(held, value, from);
      if (typeof merged === 'string') return `${merged}, at ${JSON.stringify(key)}`;
      this.put(copy, key, merged);
    }
    return { value: copy };
  }

  private joined(target: readonly Json[], update: Json, origin: Origin): Json {
    const copy = [...target];
    this.origins.inherit(copy, target);
    const add = (value: Json, from: Origin): void => {
      this.origins.set(copy, copy.length, from);
      copy.push(value);
    };
    if (Array.isArray(update)) for (const [i, value] of update.entries()) add(value, this.origins.of(update, i, origin));
    else add(update, origin);
    return copy;
  }
}

const nameOf = (value: Json): string =>
  Array.isArray(value) ? 'a list' : value === null ? 'null' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
