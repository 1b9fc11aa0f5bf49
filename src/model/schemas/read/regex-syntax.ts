/**
 * The shape of a regular expression of ECMAScript, as far as backtracking depends on it: what repeats, what is a choice. Atoms keep
 * their source, and the engine itself says later what they match. To be called with what compiles.
 *
 * @see https://tc39.es/ecma262/#sec-patterns
 */
export type Expression =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | { readonly kind: 'repeat'; readonly body: Expression; readonly min: number; readonly max: number };

export interface Parsed {
  /** Assertions and back references match nothing here. */
  readonly expression: Expression;
  /** The bodies of lookaheads and lookbehinds, which are matched on their own. */
  readonly assertions: readonly Expression[];
  /** Something that can fail stands where no text is left to match: `$`, `\b`, a lookaround, a back reference. */
  readonly canFailAtEnd: boolean;
}

export function parseRegex(source: string): Parsed {
  const parser = new Parser(source);
  const expression = parser.choice();
  return { expression, assertions: parser.assertions, canFailAtEnd: parser.canFailAtEnd };
}

const NOTHING: Expression = { kind: 'sequence', parts: [] };

class Parser {
  readonly assertions: Expression[] = [];
  canFailAtEnd = false;
  private readonly source: string;
  private index = 0;

  constructor(source: string) {
    this.source = source;
  }

  choice(): Expression {
    const options = [this.sequence()];
    while (this.take('|')) options.push(this.sequence());
    return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
  }

  private sequence(): Expression {
    const parts: Expression[] = [];
    while (this.index < this.source.length && !this.sees('|') && !this.sees(')')) parts.push(this.repeated(this.term()));
    return { kind: 'sequence', parts };
  }

  private repeated(body: Expression): Expression {
    const bounds = this.bounds();
    if (!bounds) return body;
    this.take('?');
    return { kind: 'repeat', body, min: bounds[0], max: bounds[1] };
  }
  private bounds(): readonly [number, number] | undefined {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    const [text, min, comma, max] = this.match(/\{(\d+)(,?)(\d*)\}/y) ?? [];
    if (text === undefined) return undefined;
    return [Number(min), comma ? (max ? Number(max) : Infinity) : Number(min)];
  }

  private term(): Expression {
    if (this.take('^')) return NOTHING;
    if (this.take('$') || this.match(/\\[bB]/y) || this.match(/\\(?:[1-9]\d*|k<[^>]*>)/y)) {
      this.canFailAtEnd = true;
      return NOTHING;
    }
    if (this.match(/\(\?<?[=!]/y)) {
      this.canFailAtEnd = true;
      this.assertions.push(this.group());
      return NOTHING;
    }
    if (this.match(/\((?:\?(?::|<[^>]*>|[a-z]*(?:-[a-z]*)?:))?/y)) return this.group();
    return { kind: 'atom', source: this.match(ATOM)?.[0] ?? '' };
  }

  private group(): Expression {
    const inner = this.choice();
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
  private match(pattern: RegExp): RegExpExecArray | undefined {
    const sticky = new RegExp(pattern.source, 'uy');
    sticky.lastIndex = this.index;
    const found = sticky.exec(this.source) ?? undefined;
    if (found) this.index += found[0].length;
    return found;
  }
}

/** A class, an escape, or a character; whatever it is, at least one character is taken. */
const ATOM = /\[(?:\\[\s\S]|[^\]\\])*\]|\\(?:u\{[^}]*\}|u[\dA-Fa-f]{4}|x[\dA-Fa-f]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[\s\S])|[\s\S]/uy;
