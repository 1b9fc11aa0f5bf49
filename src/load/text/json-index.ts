/**
 * Where every member of a JSON text stands, from one pass without recursion: what `JSON.parse` doesn't tell.
 * Made only when a place is asked for: of a finding, a duplicate, or a syntax error.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
import { child, type Pointer } from '../../diagnostics.js';

export interface JsonProblem {
  readonly offset: number;
  readonly message: string;
}

/** Nodes in document order. `next` of a node is the first one after its descendants, so that its children are a chain. */
export class JsonIndex {
  /** The first syntax error; the nodes before it are known. */
  readonly problem: JsonProblem | undefined;
  private readonly text: string;
  private readonly keys: number[] = [];
  private readonly values: number[] = [];
  private readonly next: number[] = [];
  /** By name or index, made when a node is first passed through: documents have objects of thousands of members. */
  private readonly children = new Map<number, Map<string, number>>();

  constructor(text: string) {
    this.text = text;
    this.problem = this.scan();
  }

  /** Offset of the key or the value of the deepest node on the way that exists. */
  offsetOf(tokens: readonly string[], on: 'key' | 'value'): number {
    let node = 0;
    for (const token of tokens) {
      const found = this.childOf(node, token);
      if (found === undefined) break;
      node = found;
    }
    const key = this.keys[node] ?? -1;
    return on === 'key' && key >= 0 ? key : (this.values[node] ?? 0);
  }

  /** Every member after the first of its name in one object. */
  duplicates(): readonly { readonly at: Pointer; readonly name: string; readonly offset: number; readonly first: number }[] {
    const found: { at: Pointer; name: string; offset: number; first: number }[] = [];
    const open: { end: number; at: Pointer; members: Map<string, number> | undefined; entries: number }[] = [];
    for (let node = 0; node < this.next.length; node++) {
      let parent = open.at(-1);
      while (parent && node >= parent.end) {
        open.pop();
        parent = open.at(-1);
      }
      let at = '#';
      const key = this.keys[node] ?? -1;
      if (parent && key >= 0) {
        const name = this.stringAt(key);
        at = child(parent.at, name);
        const first = parent.members?.get(name);
        if (first === undefined) parent.members?.set(name, key);
        else found.push({ at, name, offset: key, first });
      } else if (parent) at = child(parent.at, parent.entries++);
      const end = this.next[node] ?? 0;
      if (end > node + 1) open.push({ end, at, members: (this.keys[node + 1] ?? -1) >= 0 ? new Map() : undefined, entries: 0 });
    }
    return found;
  }

  private childOf(node: number, token: string): number | undefined {
    let children = this.children.get(node);
    if (!children) {
      children = new Map();
      const end = this.next[node] ?? 0;
      for (let i = node + 1; i < end; i = this.next[i] ?? end) {
        const key = this.keys[i] ?? -1;
        children.set(key < 0 ? String(children.size) : this.stringAt(key), i); // the last of one name is what JSON.parse keeps
      }
      this.children.set(node, children);
    }
    return children.get(token);
  }

  private stringAt(quote: number): string {
    const end = stringEnd(this.text, quote);
    const inside = this.text.slice(quote + 1, end - 1);
    if (!inside.includes('\\')) return inside;
    const value: unknown = JSON.parse(this.text.slice(quote, end));
    return String(value);
  }

  private scan(): JsonProblem | undefined {
    const { text, keys, values, next } = this;
    const open: number[] = [];
    let i = 0;
    let key = -1;
    const fail = (offset: number, expected: string): JsonProblem => {
      for (const node of open) next[node] = next.length;
      const found =
        offset < text.length ? `found ${JSON.stringify(text.slice(offset, offset + 12).split(/[\r\n]/)[0])}` : 'the text ends';
      return { offset: Math.min(offset, text.length), message: `expected ${expected}, ${found}` };
    };
    for (;;) {
      // A value stands here.
      i = skipSpace(text, i);
      const node = next.length;
      const first = text.charCodeAt(i);
      keys.push(key);
      values.push(i);
      next.push(node + 1);
      if (first === BRACE || first === BRACKET) {
        open.push(node);
        i = skipSpace(text, i + 1);
        if (text.charCodeAt(i) !== first + 2) {
          if (first === BRACKET) {
            key = -1;
            continue;
          }
          const member = readKey(text, i);
          if (member === undefined) return fail(i, `a name in double quotes or '}'`);
          if ('problem' in member) return fail(member.problem, member.expected);
          [key, i] = [member.key, member.end];
          continue;
        }
      } else if (first === QUOTE) {
        const end = checkString(text, i);
        if (typeof end !== 'number') return fail(end.problem, end.expected);
        i = end;
      } else {
        SCALAR.lastIndex = i;
        const scalar = SCALAR.exec(text);
        if (!scalar) return fail(i, 'a value');
        i = SCALAR.lastIndex;
      }
      // A value has ended; so do the lists and objects that end behind it.
      for (;;) {
        const parent = open.at(-1);
        const c = skipSpaceTo(text, i);
        if (parent === undefined) return c.offset < text.length ? fail(c.offset, 'the end of the text') : undefined;
        const object = text.charCodeAt(values[parent] ?? 0) === BRACE;
        i = c.offset;
        if (c.code === (object ? BRACE : BRACKET) + 2) {
          next[parent] = next.length;
          open.pop();
          i++;
          continue;
        }
        if (next.length === parent + 1 || c.code !== COMMA) return fail(i, `',' or '${object ? '}' : ']'}'`);
        i = skipSpace(text, i + 1);
        key = -1;
        if (object) {
          const member = readKey(text, i);
          if (member === undefined) return fail(i, 'a name in double quotes');
          if ('problem' in member) return fail(member.problem, member.expected);
          [key, i] = [member.key, member.end];
        }
        break;
      }
    }
  }
}

type StringProblem = { readonly problem: number; readonly expected: string };

function readKey(text: string, i: number): { readonly key: number; readonly end: number } | StringProblem | undefined {
  if (text.charCodeAt(i) !== QUOTE) return undefined;
  const end = checkString(text, i);
  if (typeof end !== 'number') return end;
  const colon = skipSpace(text, end);
  if (text.charCodeAt(colon) !== COLON) return { problem: colon, expected: "':'" };
  return { key: i, end: colon + 1 };
}

/** The offset behind a string, or what is wrong in it. */
function checkString(text: string, quote: number): number | StringProblem {
  STRING.lastIndex = quote + 1;
  STRING.test(text);
  const end = STRING.lastIndex;
  if (text.charCodeAt(end) === QUOTE) return end + 1;
  if (end >= text.length) return { problem: end, expected: 'the end of a string' };
  return {
    problem: end,
    expected: text.charCodeAt(end) === BACKSLASH ? 'a valid escape sequence' : 'no control character in a string',
  };
}

/** The offset behind a string that is known to be valid. */
export function stringEnd(text: string, quote: number): number {
  let end = text.indexOf('"', quote + 1);
  while (end > 0 && text.charCodeAt(end - 1) === BACKSLASH) {
    let slash = end - 2;
    while (text.charCodeAt(slash) === BACKSLASH) slash--;
    if ((end - 1 - slash) % 2 === 0) break;
    end = text.indexOf('"', end + 1);
  }
  return end < 0 ? text.length : end + 1;
}

export function skipSpace(text: string, from: number): number {
  let i = from;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return i;
    i++;
  }
}

function skipSpaceTo(text: string, from: number): { readonly offset: number; readonly code: number } {
  const offset = skipSpace(text, from);
  return { offset, code: text.charCodeAt(offset) };
}

const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.+-])/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what a string of JSON must not hold
const STRING = /(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*/y;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const BRACKET = 91;
const BACKSLASH = 92;
const BRACE = 123;
