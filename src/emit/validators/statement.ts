/** Statements of a function's body as a tree, so that they are indented by where they stand and broken where they are long. */
import { type Code, code, empty, join } from '../../print/code.js';
import { type Expression, inline, negate, operand } from './expression.js';

export type Statement =
  | Code
  /** Ends the function with `false` where the expression does not hold. Neighbours are joined into one. */
  | { readonly kind: 'require'; readonly test: Expression }
  | { readonly kind: 'return'; readonly value: Expression }
  /** The issues of a check from here on: those that it has and, where there is a fault, another. */
  | { readonly kind: 'report'; readonly issues: Code }
  | { readonly kind: 'if'; readonly test: Expression; readonly body: Body; readonly otherwise: Body }
  | { readonly kind: 'block'; readonly head: Code; readonly body: Body }
  /** A report by a call that is given checks: `issues = head([(value, at, issues) => …, …]tail;`. */
  | { readonly kind: 'call'; readonly head: Code; readonly functions: readonly Body[]; readonly tail: Code };
export type Body = readonly Statement[];

export const require = (test: Expression): Statement => ({ kind: 'require', test });
export const reported = (issues: Code): Statement => ({ kind: 'report', issues });
export const block = (head: Code, body: Body): Statement => ({ kind: 'block', head, body });
/** `body` where the expression holds, `otherwise` where it does not; what is decided already is not asked. */
export function branch(test: Expression, body: Body, otherwise: Body = []): Body {
  if (test.kind === 'constant') return test.value ? body : otherwise;
  if (body.length === 0)
    return otherwise.length === 0 ? [] : [{ kind: 'if', test: negate(test), body: otherwise, otherwise: [] }];
  return [{ kind: 'if', test, body, otherwise }];
}

/** The body of a function, without its braces. */
export function print(statements: Body): Code {
  const lines: Code[] = [];
  writeAll(statements, 0, lines);
  return join(lines, '\n');
}

/** Line by line, so that no line is put together anew at every level that it stands in. */
function writeAll(statements: Body, level: number, lines: Code[]): void {
  for (const statement of statements) write(statement, level, empty, lines);
}

/** `before` stands on the first line: `} else `. */
function write(statement: Statement, level: number, before: Code, lines: Code[]): void {
  const start = code`${indentation(level)}${before}`;
  if (!('kind' in statement)) {
    lines.push(code`${start}${statement}`);
    return;
  }
  switch (statement.kind) {
    case 'require':
    case 'return':
    case 'report':
      lines.push(code`${start}${simple(statement, level)}`);
      return;
    case 'if': {
      const head = code`if (${wrapped(statement.test, level, 6)})`;
      const { body, otherwise } = statement;
      if (otherwise.length === 0) {
        headed(code`${start}${head}`, body, level, lines);
        return;
      }
      lines.push(code`${start}${head} {`);
      writeAll(body, level + 1, lines);
      const [next] = otherwise;
      if (otherwise.length === 1 && next !== undefined && 'kind' in next && next.kind === 'if') {
        write(next, level, code`} else `, lines);
        return;
      }
      lines.push(code`${indentation(level)}} else {`);
      writeAll(otherwise, level + 1, lines);
      lines.push(code`${indentation(level)}}`);
      return;
    }
    case 'block':
      headed(code`${start}${statement.head}`, statement.body, level, lines);
      return;
    case 'call':
      lines.push(code`${start}issues = ${statement.head}[`);
      for (const body of statement.functions) {
        const [value, place] = parameters(body);
        const head = code`${indentation(level + 1)}(${value}, ${place}, issues) =>`;
        const only = onlyReport(body);
        if (only) {
          lines.push(code`${head} ${only.issues},`);
          continue;
        }
        lines.push(code`${head} {`);
        writeAll(answering(body), level + 2, lines);
        lines.push(code`${indentation(level + 1)}},`);
      }
      lines.push(code`${indentation(level)}]${statement.tail};`);
      return;
    default:
      statement satisfies never;
  }
}

/** Without the indentation of its first line. */
function simple(statement: Extract<Statement, { kind: 'require' | 'return' | 'report' }>, level: number): Code {
  if (statement.kind === 'report') return code`issues = ${statement.issues};`;
  if (statement.kind === 'require') {
    const head = code`if (${wrapped(negate(statement.test), level, 20)})`;
    return head.isBroken
      ? code`${head} {\n${indentation(level + 1)}return false;\n${indentation(level)}}`
      : code`${head} return false;`;
  }
  const value = wrapped(statement.value, level, 10);
  return value.isBroken ? code`return (${value});` : code`return ${value};`;
}

/** On one line where all of it fits there. */
function headed(head: Code, body: Body, level: number, lines: Code[]): void {
  const [only] = body;
  if (body.length === 1 && only !== undefined && !head.isBroken && (!('kind' in only) || isLine(only))) {
    const line = code`${head} ${'kind' in only ? simple(only, level) : only}`;
    if (line.text.length <= LONGEST && !line.isBroken) {
      lines.push(line);
      return;
    }
  }
  lines.push(code`${head} {`);
  writeAll(body, level + 1, lines);
  lines.push(code`${indentation(level)}}`);
}

type Line = Extract<Statement, { kind: 'require' | 'report' }>;
const isLine = (statement: Exclude<Statement, Code>): statement is Line =>
  statement.kind === 'require' || statement.kind === 'report';

const WIDTH = 130;
/** Of a line that is one test and one call: a member that becomes required changes it, and not the lines around it. */
const LONGEST = 170;
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

/** A function that is given issues and gives them back with those of a value: `(value, at, issues) => …`. */
export function check(body: Body): Code {
  const [value, place] = parameters(body);
  const head = code`(${value}, ${place}, issues) =>`;
  const only = onlyReport(body);
  if (only) return code`${head} ${only.issues}`;
  return code`${head} {
  ${print(answering(body))}
}`;
}

/** With a return at the end, and one where nothing more can be said of the value. */
function answering(body: Body): Body {
  const before = body.slice(0, -1);
  const last = body.at(-1);
  if (last === undefined || !('kind' in last)) return [...body, END];
  if (last.kind === 'report') return [...before, code`return ${last.issues};`];
  const only = last.kind === 'if' && last.otherwise.length > 0 ? onlyReport(last.body) : undefined;
  if (last.kind !== 'if' || !only) return [...body, END];
  return [...before, { ...last, body: [code`return ${only.issues};`], otherwise: [] }, ...answering(last.otherwise)];
}
const END = code`return issues;`;

function onlyReport(body: Body): Extract<Statement, { kind: 'report' }> | undefined {
  const [only] = body;
  return body.length === 1 && only !== undefined && 'kind' in only && only.kind === 'report' ? only : undefined;
}

/** The names of the first two parameters of a check; an underscore says of one that the body has no use for it. */
export const parameters = (body: Body): readonly [Code, Code] => [used(code`value`, body), used(code`at`, body)];
export const used = (name: Code, body: Body): Code => (mentions(body, name) ? name : code`_${name}`);

/** True where the statements use the local name, which is letters and digits. */
export function mentions(statements: Body, name: Code): boolean {
  const word = words.get(name.text) ?? new RegExp(`\\b${name.text}\\b`);
  words.set(name.text, word);
  return statements.some((statement) => isIn(statement, word));
}
const words = new Map<string, RegExp>();

function isIn(statement: Statement, word: RegExp): boolean {
  if (!('kind' in statement)) return word.test(statement.text);
  const some = (body: Body): boolean => body.some((each) => isIn(each, word));
  switch (statement.kind) {
    case 'require':
      return asks(statement.test, word);
    case 'return':
      return asks(statement.value, word);
    case 'report':
      return word.test(statement.issues.text);
    case 'if':
      return asks(statement.test, word) || some(statement.body) || some(statement.otherwise);
    case 'block':
      return word.test(statement.head.text) || some(statement.body);
    case 'call':
      return word.test(statement.head.text) || statement.functions.some(some) || word.test(statement.tail.text);
    default:
      return statement satisfies never;
  }
}
function asks(expression: Expression, word: RegExp): boolean {
  switch (expression.kind) {
    case 'constant':
      return false;
    case 'atom':
      return word.test(expression.code.text);
    case 'and':
    case 'or':
      return expression.operands.some((each) => asks(each, word));
    default:
      return expression satisfies never;
  }
}
