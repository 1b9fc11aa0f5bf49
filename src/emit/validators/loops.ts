import { type Code, code } from '../../print/code.js';
import { block, mentions, type Statement } from './statement.js';

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
