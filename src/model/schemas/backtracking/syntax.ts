/**
 * The shape of a regular expression of ECMAScript, as far as backtracking depends on it. Atoms keep their source, and the engine itself
 * says later what they match. To be called with what compiles.
 *
 * @see https://tc39.es/ecma262/#sec-patterns
 */
export type Expression =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly body: Expression; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly kind: 'group'; readonly body: Expression; readonly name: string }
  /** `^`, `$`, `\b` and `\B`. */
  | { readonly kind: 'edge'; readonly source: string }
  | { readonly kind: 'look'; readonly body: Expression; readonly behind: boolean; readonly negative: boolean }
  /** To the group of that name; those without one are named by their number. */
  | { readonly kind: 'back'; readonly to: string };

/** Undefined where groups stand in each other deeper than anyone writes them. */
export function parseRegex(source: string): Expression | undefined {
  const parser = new Parser(source);
  const expression = parser.choice(0);
  return parser.isTooDeep ? undefined : expression;
}

const DEEPEST = 100;

class Parser {
  isTooDeep = false;
  private readonly source: string;
  private index = 0;
  private groups = 0;

  constructor(source: string) {
    this.source = source;
  }

  choice(depth: number): Expression {
    const options = [this.sequence(depth)];
    while (this.take('|')) options.push(this.sequence(depth));
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
  }

  private sequence(depth: number): Expression {
    const parts: Expression[] = [];
    while (this.index < this.source.length && !this.sees('|') && !this.sees(')')) parts.push(this.repeated(this.term(depth)));
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'sequence', parts };
  }

  private repeated(body: Expression): Expression {
    const bounds = this.bounds();
    if (!bounds) return body;
    return { kind: 'repeat', body, min: bounds[0], max: bounds[1], lazy: this.take('?') };
  }
  private bounds(): readonly [number, number] | undefined {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    const [text, min, comma, max] = this.match(/\{(\d+)(,?)(\d*)\}/uy) ?? [];
    if (text === undefined) return undefined;
    return [Number(min), comma ? (max ? Number(max) : Infinity) : Number(min)];
  }

  private term(depth: number): Expression {
    const edge = this.match(/[$^]|\\[bB]/uy);
    if (edge) return { kind: 'edge', source: edge[0] };
    const back = this.match(/\\(?:(?<number>[1-9]\d*)|k<(?<name>[^>]*)>)/uy)?.groups;
    if (back) return { kind: 'back', to: back['number'] ?? back['name'] ?? '' };
    const look = this.match(/\(\?(<?)([=!])/uy);
    if (look) return { kind: 'look', body: this.inside(depth), behind: look[1] === '<', negative: look[2] === '!' };
    if (this.match(/\(\?[a-z]*(?:-[a-z]*)?:/uy)) return this.inside(depth);
    const group = this.match(/\((?:\?<([^>]*)>)?/uy);
    if (group) {
      const name = group[1] ?? String(++this.groups);
      if (group[1] !== undefined) this.groups++;
      return { kind: 'group', body: this.inside(depth), name };
    }
    return { kind: 'atom', source: this.match(ATOM)?.[0] ?? '' };
  }

  private inside(depth: number): Expression {
    if (depth >= DEEPEST) {
      this.isTooDeep = true;
      this.index = this.source.length;
    }
    const inner = this.choice(depth + 1);
    this.take(')');
    return inner;
  }

  private sees(text: string): boolean {
    return this.source.startsWith(text, this.index);
  }
  private take(text: string): boolean {
    const found = this.sees(text);
    if (found) this.index += text.length;
    return found;
  }
  /** `pattern`: with the flags `u` and `y`. */
  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.index;
    const found = pattern.exec(this.source) ?? undefined;
    if (found) this.index += found[0].length;
    return found;
  }
}

/** A class, an escape, or a character; whatever it is, at least one character is taken. */
const ATOM = /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])|[\s\S]/uy;
