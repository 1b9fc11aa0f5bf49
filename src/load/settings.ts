/**
 * The text of a config file as a value, with the place of everything in it. JSON is read as the YAML that it is.
 * Here, because texts are parsed in `load/` alone.
 */
import { isAlias, isCollection, isMap, isPair, isScalar, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { type Pointer, type Position, tokensOf } from '../diagnostics.js';

export interface Settings {
  readonly value: unknown;
  readonly problems: readonly { readonly message: string; readonly position: Position }[];
  /** The place of the node at a JSON Pointer, `#/schemas/int64`, or of the nearest one above it that exists. */
  positionOf(at: Pointer, on: 'key' | 'value'): Position;
}

export function parseSettings(text: string, file: string): Settings {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    strict: true,
    uniqueKeys: true,
    version: '1.2',
    prettyErrors: false,
  });
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const problems = document.errors.map((error) => ({
    message: error.message.split('\n')[0] ?? '',
    position: position(error.pos[0]),
  }));
  let value: unknown;
  try {
    if (problems.length === 0) value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // An alias of what is not there, or of too much.
    problems.push({ message: error instanceof Error ? error.message : 'it cannot be read', position: position(0) });
  }
  return {
    value,
    problems,
    positionOf(at, on) {
      const steps = tokensOf(at.slice(1));
      let node: Node | null = document.contents;
      let offset = node?.range?.[0] ?? 0;
      for (const [i, step] of steps.entries()) {
        const next: { readonly key: Node | undefined; readonly value: Node | null } | undefined = member(node, step);
        if (!next) break;
        const wanted = i === steps.length - 1 && on === 'key' ? (next.key ?? next.value) : (next.value ?? next.key);
        offset = wanted?.range?.[0] ?? offset;
        node = next.value;
      }
      return position(offset);
    },
  };
}

function member(node: Node | null, step: string): { readonly key: Node | undefined; readonly value: Node | null } | undefined {
  if (!isCollection(node)) return undefined;
  if (!isMap(node)) {
    const item = node.items[Number(step)];
    return isNode(item) ? { key: undefined, value: item } : undefined;
  }
  const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === step);
  return pair && isNode(pair.key) ? { key: pair.key, value: isNode(pair.value) ? pair.value : null } : undefined;
}

function isNode(value: unknown): value is Node {
  return (isScalar(value) || isCollection(value) || isAlias(value)) && !isPair(value);
}
