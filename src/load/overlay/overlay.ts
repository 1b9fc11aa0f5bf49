/**
 * Overlays: documents that change a document before anything else reads it.
 *
 * Arrays are joined as Overlay 1.1 has it, in 1.0 too, where authors expect the same.
 *
 * @see https://spec.openapis.org/overlay/v1.1.0.html
 */
import { exec } from 'jsonpath-rfc9535';
import { child, type Finding, quote, type Rule } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { isObject } from '../json-value.js';
import { valueAt } from '../pointer.js';
import type { Positions } from '../positions/positions.js';
import { invalidOverlay, overlayConflict, unmatchedOverlay } from '../rules.js';
import { type Edit, Editing } from './editing.js';
import type { Origins } from './origins.js';

export interface Overlay {
  readonly name: string;
  readonly value: Json;
  readonly positions: () => Positions;
}

export interface Overlaid {
  readonly value: Json;
  readonly origins: Origins;
  /** All with positions, since their places are in the overlays. */
  readonly findings: readonly Finding[];
}

/** Applies overlays in order. The document is not changed; the result shares with it what no overlay touches. */
export function applyOverlays(document: Json, overlays: readonly Overlay[]): Overlaid {
  const findings: Finding[] = [];
  const editing = new Editing(document);
  for (const [index, { name, value, positions }] of overlays.entries()) {
    const report: Report = (rule, tokens, message) => {
      const place = positions().find(tokens, 'value');
      findings.push({
        rule,
        at: child('#', ...tokens),
        message,
        position: { file: name, line: place.line, column: place.column },
      });
    };
    const actions = actionsOf(value, report);
    for (const [i, action] of actions.entries()) applyAction(action, index, ['actions', String(i)], editing, report);
  }
  return { value: editing.root, origins: editing.origins, findings };
}

type Report = (rule: Rule, tokens: readonly string[], message: string) => void;

function actionsOf(value: Json, report: Report): readonly Json[] {
  const version = isObject(value) ? value['overlay'] : undefined;
  if (!isObject(value) || typeof version !== 'string' || !/^1\.[01](?:\.\d+)?$/.test(version)) {
    const found = typeof version === 'string' ? quote(version) : 'none';
    report(invalidOverlay, version === undefined ? [] : ['overlay'], `expected an overlay of version 1.0 or 1.1, found ${found}`);
    return [];
  }
  const { actions } = value;
  if (Array.isArray(actions)) return actions;
  report(invalidOverlay, actions === undefined ? [] : ['actions'], 'expected a list of actions');
  return [];
}

function applyAction(action: Json, overlay: number, at: readonly string[], editing: Editing, report: Report): void {
  if (!isObject(action) || typeof action['target'] !== 'string') {
    report(invalidOverlay, at, 'expected an action with a `target`');
    return;
  }
  const targets = select(editing.root, action['target'], [...at, 'target'], report);
  if (!targets) return;
  if (targets.length === 0) report(unmatchedOverlay, [...at, 'target'], `${quote(action['target'])} selects nothing`);
  if (action['remove'] === true) {
    // From the last to the first, so that the indices of lists stay those that were selected.
    for (const target of [...targets].reverse()) editing.remove(target);
    return;
  }
  const edit = editOf(action, overlay, at, editing, report);
  if (!edit) return;
  for (const target of targets) {
    const conflict = editing.merge(target, edit);
    if (conflict !== undefined) report(overlayConflict, [...at, edit.key], conflict);
  }
}

/** What an action puts in, and where that stands. */
function editOf(
  action: { readonly [key: string]: Json },
  overlay: number,
  at: readonly string[],
  editing: Editing,
  report: Report,
): Edit | undefined {
  const { update, copy } = action;
  if (update !== undefined) return { key: 'update', value: update, origin: { overlay, tokens: [...at, 'update'] } };
  if (typeof copy !== 'string') {
    report(invalidOverlay, at, 'expected `update`, `copy` or `remove: true`');
    return undefined;
  }
  const sources = select(editing.root, copy, [...at, 'copy'], report);
  const [source] = sources ?? [];
  const value = source && valueAt(editing.root, source);
  if (sources && (sources.length !== 1 || value === undefined)) {
    report(invalidOverlay, [...at, 'copy'], `${quote(copy)} selects ${sources.length} nodes, expected one`);
  }
  if (!source || value === undefined || sources?.length !== 1) return undefined;
  return { key: 'copy', value, origin: editing.origins.at(editing.root, source) };
}

/** The nodes that a JSONPath selects, in document order, each once; undefined where it is no JSONPath. */
function select(root: Json, path: string, at: readonly string[], report: Report): readonly (readonly string[])[] | undefined {
  const found = new Map<string, readonly string[]>();
  try {
    exec(root as Parameters<typeof exec>[0], path, (_, keys) => {
      const tokens = keys.map((key) => (typeof key === 'number' ? String(key) : unescapeKey(key)));
      found.set(JSON.stringify(tokens), tokens);
    });
  } catch (error) {
    report(invalidOverlay, at, `${quote(path)} is no JSONPath: ${quote(error instanceof Error ? error.message : String(error))}`);
    return undefined;
  }
  return [...found.values()];
}

/** Names in normalized paths are escaped (RFC 9535, section 2.7). */
function unescapeKey(key: string): string {
  return key.replace(/\\(?:u([\da-f]{4})|(.))/g, (_, code?: string, letter?: string) =>
    code === undefined ? (ESCAPES.get(letter ?? '') ?? letter ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);
