import { type Code, code, join } from '../../print/code.js';
import { inline } from './expression.js';
import { block, type Statement } from './statement.js';

/** Over the items from an index on. Holes of sparse arrays are read too, as `undefined`, which no type of JSON accepts. */
export function loop(value: Code, from: Code, item: Code, inside: readonly Statement[], index: Code): Statement {
  return block(code`for (let ${index} = ${from}; ${index} < ${value}.length; ${index}++)`, [
    ...(mentions(inside, item) ? [code`const ${item}: unknown = ${value}[${index}];`] : []),
    ...inside,
  ]);
}

/** Over the members. `for … in` is the fastest way, and what parsers and literals make inherits no members of its own. */
export function forKeys(value: Code, key: Code, member: Code, inside: readonly Statement[]): Statement {
  return block(code`for (const ${key} in ${value})`, [
    ...(mentions(inside, member) ? [code`const ${member} = ${value}[${key}];`] : []),
    ...inside,
  ]);
}

const mentions = (statements: readonly Statement[], name: Code): boolean =>
  join(statements.map(textOf), '\n').text.includes(name.text);
function textOf(statement: Statement): Code {
  if (!('kind' in statement)) return statement;
  if (statement.kind === 'block')
    return join([statement.head, ...[...statement.body, ...(statement.otherwise ?? [])].map(textOf)], '\n');
  return inline(statement.kind === 'require' ? statement.test : statement.value);
}
