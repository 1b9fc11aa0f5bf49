/** Statements of a function's body as a tree, so that they are indented by where they stand and broken where they are long. */
import { type Code, code, empty, join } from '../../print/code.js';
import { type Expression, inline, negate, operand } from './expression.js';

export type Statement =
  | Code
  /** Ends the function with `false` where the expression does not hold. Neighbours are joined into one. */
  | { readonly kind: 'require'; readonly test: Expression }
  | { readonly kind: 'return'; readonly value: Expression }
  | { readonly kind: 'if'; readonly test: Expression; readonly body: Body; readonly otherwise: Body }
  | { readonly kind: 'block'; readonly head: Code; readonly body: Body }
  /** A call that is given functions: `head([(value, at) => { … }, …], tail)`. */
  | { readonly kind: 'call'; readonly head: Code; readonly functions: readonly Body[]; readonly tail: Code };
export type Body = readonly Statement[];

export const require = (test: Expression): Statement => ({ kind: 'require', test });
export const block = (head: Code, body: Body): Statement => ({ kind: 'block', head, body });
/** `body` where the expression holds, `otherwise` where it does not; what is decided already is not asked. */
export function branch(test: Expression, body: Body, otherwise: Body = []): Body {
  if (test.kind === 'constant') return test.value ? body : otherwise;
  if (body.length === 0)
    return otherwise.length === 0 ? [] : [{ kind: 'if', test: negate(test), body: otherwise, otherwise: [] }];
  return [{ kind: 'if', test, body, otherwise }];
}

/** The body of a function, without its braces. */
export function print(statements: Body, level = 0): Code {
  return join(
    statements.map((statement) => code`${indentation(level)}${printed(statement, level)}`),
    '\n',
  );
}

/** Without the indentation of its first line. */
function printed(statement: Statement, level: number): Code {
  if (!('kind' in statement)) return statement;
  switch (statement.kind) {
    case 'require':
      return headed(code`if (${wrapped(negate(statement.test), level, 20)})`, [code`return false;`], level);
    case 'return': {
      const value = wrapped(statement.value, level, 10);
      return isBroken(value) ? code`return (${value});` : code`return ${value};`;
    }
    case 'if': {
      const head = code`if (${wrapped(statement.test, level, 6)})`;
      if (statement.otherwise.length === 0) return headed(head, statement.body, level);
      const [next] = statement.otherwise;
      const isChained = statement.otherwise.length === 1 && next !== undefined && 'kind' in next && next.kind === 'if';
      return code`${head} ${braced(statement.body, level)} else ${isChained ? printed(next, level) : braced(statement.otherwise, level)}`;
    }
    case 'block':
      return headed(statement.head, statement.body, level);
    case 'call': {
      const pad = indentation(level);
      const functions = statement.functions.map((body) => {
        const [value, place] = parameters(body);
        return code`${pad}  (${value}: unknown, ${place}: runtime.Place): void => ${braced(body, level + 1)},`;
      });
      return code`${statement.head}[\n${join(functions, '\n')}\n${pad}]${statement.tail}`;
    }
    default:
      return statement satisfies never;
  }
}

/** On one line where all of it fits there. */
function headed(head: Code, body: Body, level: number): Code {
  const [only] = body;
  if (body.length === 1 && only !== undefined && !isBroken(head) && (!('kind' in only) || only.kind === 'require')) {
    const line = code`${head} ${printed(only, level)}`;
    if (!isBroken(line) && line.text.length + 2 * level <= WIDTH) return line;
  }
  return code`${head} ${braced(body, level)}`;
}
const braced = (body: Body, level: number): Code => code`{\n${print(body, level + 1)}\n${indentation(level)}}`;

const WIDTH = 130;
const isBroken = (text: Code): boolean => text.text.includes('\n');
/** On one line where it fits, else an operand a line. */
function wrapped(expression: Expression, level: number, around: number): Code {
  const line = inline(expression);
  if (line.text.length + 2 * level + around <= WIDTH || expression.kind === 'constant' || expression.kind === 'atom') return line;
  const pad = indentation(level + 1);
  const operator = expression.kind === 'and' ? code` &&` : code` ||`;
  const last = expression.operands.length - 1;
  const lines = expression.operands.map((each, i) => code`${pad}${operand(each)}${i === last ? empty : operator}`);
  return code`\n${join(lines, '\n')}\n${indentation(level)}`;
}

const pads: Code[] = [empty];
function indentation(level: number): Code {
  const known = pads[level];
  if (known !== undefined) return known;
  const made = code`${indentation(level - 1)}  `;
  pads[level] = made;
  return made;
}

/** The names of the two parameters of a check; an underscore says of one that the body has no use for it. */
export const parameters = (body: Body): readonly [Code, Code] => [used(code`value`, body), used(code`at`, body)];
export const used = (name: Code, body: Body): Code => (mentions(body, name) ? name : code`_${name}`);

/** True where the statements use the local name, which is letters and digits. */
export const mentions = (statements: Body, name: Code): boolean => new RegExp(`\\b${name.text}\\b`).test(print(statements).text);
