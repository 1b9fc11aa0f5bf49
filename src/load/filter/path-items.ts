/** Path Items with those of their operations that a filter keeps, wherever they stand. */
import { child, type Pointer } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { assign, isObject, withValueAt } from '../json-value.js';
import { placeOf } from '../pointer.js';
import { METHODS } from '../raise/grammar.js';
import type { JsonObject, Source } from '../source.js';
import type { Selection } from './selection.js';

export class PathItems {
  /** How many operations are kept. */
  kept = 0;
  private readonly source: Source;
  private readonly selection: Selection;
  /** Path Items of other files, with the paths that refer to them. */
  private readonly elsewhere = new Map<Pointer, { readonly item: JsonObject; readonly paths: string[] }>();

  constructor(source: Source, selection: Selection) {
    this.source = source;
    this.selection = selection;
  }

  filtered(items: JsonObject, at: Pointer): JsonObject {
    const out: { [key: string]: Json } = {};
    for (const [path, item] of Object.entries(items)) {
      const left = isObject(item) && !path.startsWith('x-') ? this.left(item, path, child(at, path)) : item;
      if (left !== undefined) assign(out, path, left);
    }
    return out;
  }

  /** What the other files are without the operations that no path keeps. */
  files(): ReadonlyMap<string, Json> {
    const files = new Map<string, Json>();
    for (const [at, { item, paths }] of this.elsewhere) {
      const { file, tokens } = placeOf(at);
      const whole = files.get(file) ?? this.source.get(`${file}#`);
      const left = operationsOf(item, (method, operation) => paths.some((path) => this.selection.keeps(path, method, operation)));
      if (whole !== undefined) files.set(file, withValueAt(whole, tokens, left.item));
    }
    return files;
  }

  /** Undefined where no operation is left. */
  private left(item: JsonObject, path: string, at: Pointer): JsonObject | undefined {
    const target = this.targetOf(item, at);
    // What leads nowhere is reported where it is read.
    if (!target) return item;
    const left = operationsOf(target.item, (method, operation) => this.selection.keeps(path, method, operation));
    this.kept += left.kept;
    if (left.kept === 0) return undefined;
    if (target.item === item) return left.item;
    // Of this document a copy, in which every reference means the same; what stands beside the reference stays there.
    if (placeOf(target.at).file === '') return { ...without$ref(item), ...left.item };
    const known = this.elsewhere.get(target.at) ?? { item: target.item, paths: [] };
    known.paths.push(path);
    this.elsewhere.set(target.at, known);
    return item;
  }

  /** The Path Item itself, or the one that its references lead to. */
  private targetOf(item: JsonObject, at: Pointer): { readonly item: JsonObject; readonly at: Pointer } | undefined {
    const visited = new Set<JsonObject>();
    let target = { item, at };
    for (let reference = item['$ref']; typeof reference === 'string'; reference = target.item['$ref']) {
      const next = this.source.resolve(reference, target.at);
      if (visited.has(target.item) || !('at' in next) || !isObject(next.value)) return undefined;
      visited.add(target.item);
      target = { item: next.value, at: next.at };
    }
    return target;
  }
}

function without$ref({ $ref: _, ...others }: JsonObject): JsonObject {
  return others;
}

/** A Path Item with those of its operations that are kept. */
function operationsOf(
  item: JsonObject,
  keeps: (method: string, operation: Json) => boolean,
): { readonly item: JsonObject; readonly kept: number } {
  const out: { [key: string]: Json } = {};
  let kept = 0;
  const keep = (target: { [key: string]: Json }, method: string, operation: Json): void => {
    if (!keeps(method, operation)) return;
    kept++;
    assign(target, method, operation);
  };
  for (const [key, value] of Object.entries(item)) {
    if (METHODS.includes(key)) keep(out, key, value);
    else if (key === 'additionalOperations' && isObject(value)) {
      const others: { [key: string]: Json } = {};
      for (const [method, operation] of Object.entries(value)) keep(others, method, operation);
      out[key] = others;
    } else assign(out, key, value);
  }
  return { item: out, kept };
}
