import { type Code, code } from '../../print/code.js';
import { type Body, block, mentions, type Statement, used } from './statement.js';

/** Over the items from an index on. Holes of sparse arrays are read too, as `undefined`, which no type of JSON accepts. */
export function loop(value: Code, from: Code, item: Code, inside: Body, index: Code): Statement {
  return block(
    code`for (let ${index} = ${from}; ${index} < ${value}.length; ${index}++)`,
    reading(item, code`${value}[${index}]`, inside),
  );
}

/** Over the members. `for … in` is the fastest way, and what parsers and literals make inherits no members of its own. */
export function forKeys(value: Code, key: Code, inside: Body): Statement {
  return block(code`for (const ${used(key, inside)} in ${value})`, inside);
}

/** Statements with a name for what they are about, where they use it. */
export const reading = (name: Code, read: Code, inside: Body): Body =>
  mentions(inside, name) ? [code`const ${name}: unknown = ${read};`, ...inside] : inside;
