/** Positions in YAML text, through aliases and merge keys to where the members are written. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Pair, parseDocument } from 'yaml';
import { place } from '../text/yaml-strict.js';
import type { Place, Positions } from './positions.js';

export class YamlPositions implements Positions {
  private readonly document: Document;
  private readonly lines = new LineCounter();
  /** Members of a mapping by name, made when it is first passed through: documents have mappings of thousands. */
  private readonly members = new WeakMap<object, Map<string, Pair>>();

  constructor(text: string) {
    this.document = parseDocument(text, {
      lineCounter: this.lines,
      version: '1.2',
      merge: true,
      uniqueKeys: false,
      logLevel: 'silent',
    });
  }

  find(tokens: readonly string[], on: 'key' | 'value'): Place {
    let node: unknown = this.document.contents;
    let key: unknown;
    for (const token of tokens) {
      const target = this.target(node);
      if (isMap(target)) {
        const pair = this.memberOf(target, token);
        if (!pair) break;
        key = pair.key;
        node = pair.value;
      } else if (isSeq(target)) {
        const entry = target.items[Number(token)];
        if (entry === undefined) break;
        key = undefined;
        node = entry;
      } else break;
    }
    const offset = (on === 'key' ? startOf(key) : undefined) ?? startOf(node) ?? startOf(key) ?? 0;
    return place(this.lines, offset);
  }

  private target(node: unknown): unknown {
    return isAlias(node) ? node.resolve(this.document) : node;
  }

  private memberOf(map: object, name: string): Pair | undefined {
    let members = this.members.get(map);
    if (!members) {
      members = new Map();
      this.collect(map, members, new Set());
      this.members.set(map, members);
    }
    return members.get(name);
  }

  /** Own members win over merged ones, earlier merged ones over later. */
  private collect(map: unknown, members: Map<string, Pair>, visited: Set<unknown>): void {
    if (!isMap(map) || visited.has(map)) return;
    visited.add(map);
    const merged: unknown[] = [];
    for (const pair of map.items) {
      const key = this.target(pair.key);
      if (!isScalar(key)) continue;
      if (key.source === '<<' && key.type === 'PLAIN') {
        const source = this.target(pair.value);
        merged.push(...(isSeq(source) ? source.items.map((item) => this.target(item)) : [source]));
      } else if (!members.has(String(key.value))) members.set(String(key.value), pair);
    }
    for (const source of merged) this.collect(source, members, visited);
  }
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range)) return undefined;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : undefined;
}
