/** Statements of a function's body as a tree, so that they are indented by where they stand. */
import { type Code, code, empty, join } from '../../print/code.js';
import { type Expression, inline, negate, operand } from './expression.js';

export type Statement =
  | Code
  /** Ends the function with `false` where the expression does not hold. Neighbours are joined into one. */
  | { readonly kind: 'require'; readonly test: Expression }
  | { readonly kind: 'return'; readonly value: Expression }
  | {
      readonly kind: 'block';
      readonly head: Code;
      readonly body: readonly Statement[];
      readonly otherwise?: readonly Statement[];
    };

export const require = (test: Expression): Statement => ({ kind: 'require', test });
export const block = (head: Code, body: readonly Statement[], otherwise?: readonly Statement[]): Statement =>
  otherwise && otherwise.length > 0 ? { kind: 'block', head, body, otherwise } : { kind: 'block', head, body };
/** `body` where the expression holds, `otherwise` where it does not; what is decided already is not asked. */
export function branch(test: Expression, body: readonly Statement[], otherwise: readonly Statement[] = []): readonly Statement[] {
  if (test.kind === 'constant') return test.value ? body : otherwise;
  if (body.length === 0) return otherwise.length === 0 ? [] : [block(code`if (${inline(negate(test))})`, otherwise)];
  return [block(code`if (${inline(test)})`, body, otherwise)];
}

/** The body of a function, without its braces. */
export function print(statements: readonly Statement[], level = 0): Code {
  return join(
    statements.map((statement) => printOne(statement, level)),
    '\n',
  );
}

function printOne(statement: Statement, level: number): Code {
  const pad = indentation(level);
  if (!('kind' in statement)) return code`${pad}${statement}`;
  switch (statement.kind) {
    case 'require':
      return code`${pad}if (${wrapped(negate(statement.test), level, 20)}) return false;`;
    case 'return':
      return code`${pad}return ${returned(statement.value, level)};`;
    case 'block': {
      const [only] = statement.body;
      if (statement.body.length === 1 && only !== undefined && isPlain(only) && !statement.otherwise)
        return code`${pad}${statement.head} ${printOne(only, 0)}`;
      const body = code`${pad}${statement.head} {\n${print(statement.body, level + 1)}\n${pad}}`;
      if (!statement.otherwise) return body;
      const [next] = statement.otherwise;
      if (statement.otherwise.length === 1 && next !== undefined && 'kind' in next && next.kind === 'block')
        return code`${body} else ${trimmed(next, level)}`;
      return code`${body} else {\n${print(statement.otherwise, level + 1)}\n${pad}}`;
    }
    default:
      return statement satisfies never;
  }
}

/** Fits behind its head on one line. */
const isPlain = (statement: Statement): boolean =>
  'kind' in statement ? statement.kind === 'require' && inline(statement.test).text.length < 60 : statement.text.length < 110;

/** An `else if`: the same block without the indentation before its head. */
function trimmed(statement: Extract<Statement, { kind: 'block' }>, level: number): Code {
  const pad = indentation(level);
  const body = code`${statement.head} {\n${print(statement.body, level + 1)}\n${pad}}`;
  if (!statement.otherwise) return body;
  const [next] = statement.otherwise;
  if (statement.otherwise.length === 1 && next !== undefined && 'kind' in next && next.kind === 'block')
    return code`${body} else ${trimmed(next, level)}`;
  return code`${body} else {\n${print(statement.otherwise, level + 1)}\n${pad}}`;
}

const WIDTH = 110;
/** On one line where it fits, else an operand a line. */
function wrapped(expression: Expression, level: number, around: number): Code {
  const line = inline(expression);
  if (line.text.length + 2 * level + around <= WIDTH || (expression.kind !== 'and' && expression.kind !== 'or')) return line;
  const pad = indentation(level + 1);
  const operator = expression.kind === 'and' ? code` &&` : code` ||`;
  const last = expression.operands.length - 1;
  const lines = expression.operands.map((each, i) => code`${pad}${operand(each)}${i === last ? empty : operator}`);
  return code`\n${join(lines, '\n')}\n${indentation(level)}`;
}
function returned(expression: Expression, level: number): Code {
  const text = wrapped(expression, level, 10);
  return text.text.startsWith('\n') ? code`(${text})` : text;
}

const pads: Code[] = [empty];
function indentation(level: number): Code {
  const known = pads[level];
  if (known !== undefined) return known;
  const made = code`${indentation(level - 1)}  `;
  pads[level] = made;
  return made;
}
