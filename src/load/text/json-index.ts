/**
 * Where every member of a valid JSON text stands, from one pass without recursion: what `JSON.parse` doesn't tell.
 * Made only when a place is asked for: of a finding or a duplicate.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8259
 */
import { child, type Pointer } from '../../diagnostics.js';
import { BACKSLASH, BRACE, BRACKET, COLON, COMMA, isSpace, QUOTE, SPACE } from './json-characters.js';

/**
 * Nodes in document order, each with the offset of its key (-1 where it has none) and of its value. `next` of a node is the first one
 * after its descendants, so that its children are a chain.
 */
export class JsonIndex {
  private readonly text: string;
  private size = 0;
  private keys: Int32Array = new Int32Array(FIRST_SIZE);
  private values: Int32Array = new Int32Array(FIRST_SIZE);
  private next: Int32Array = new Int32Array(FIRST_SIZE);
  /** By name or index, made when a node is first passed through: documents have objects of thousands of members. */
  private readonly children = new Map<number, Map<string, number>>();

  /** Of a text that `JSON.parse` takes. */
  constructor(text: string) {
    this.text = text;
    this.scan();
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
    for (let node = 0; node < this.size; node++) {
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

  private scan(): void {
    const { text } = this;
    /** The objects and lists that have not ended, and whether the innermost is an object. */
    const open: number[] = [];
    let inObject = false;
    let key = -1;
    let isKey = false;
    for (let i = 0; i < text.length; ) {
      const unit = text.charCodeAt(i);
      switch (unit) {
        case QUOTE:
          if (isKey) {
            key = i;
            isKey = false;
          } else {
            this.add(key, i);
            key = -1;
          }
          i = stringEnd(text, i);
          break;
        case BRACE:
        case BRACKET:
          open.push(this.add(key, i));
          key = -1;
          inObject = isKey = unit === BRACE;
          i++;
          break;
        case BRACE + 2:
        case BRACKET + 2:
          this.next[open.pop() ?? 0] = this.size;
          inObject = text.charCodeAt(this.values[open.at(-1) ?? -1] ?? -1) === BRACE;
          isKey = false;
          i++;
          break;
        case COMMA:
          isKey = inObject;
          i++;
          break;
        case COLON:
          i++;
          break;
        default:
          if (isSpace(unit)) {
            i++;
            break;
          }
          this.add(key, i);
          key = -1;
          i = scalarEnd(text, i);
      }
    }
  }

  private add(key: number, value: number): number {
    const node = this.size++;
    if (node === this.next.length) {
      this.keys = doubled(this.keys);
      this.values = doubled(this.values);
      this.next = doubled(this.next);
    }
    this.keys[node] = key;
    this.values[node] = value;
    this.next[node] = node + 1;
    return node;
  }
}

const FIRST_SIZE = 1024;
function doubled(list: Int32Array): Int32Array {
  const longer = new Int32Array(2 * list.length);
  longer.set(list);
  return longer;
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

/** The offset behind a number, `true`, `false` or `null`. */
function scalarEnd(text: string, from: number): number {
  let i = from + 1;
  for (;;) {
    const unit = text.charCodeAt(i);
    // Behind the end stands NaN.
    if (!(unit > SPACE) || unit === COMMA || unit === BRACE + 2 || unit === BRACKET + 2) return i;
    i++;
  }
}
