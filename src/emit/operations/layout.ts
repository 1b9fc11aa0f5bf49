/** Lists and objects of emitted code, on one line where that is short. */
import { type Code, code, join } from '../../print/code.js';

/** An object literal, a line for each member. */
export function block(members: readonly Code[]): Code {
  return members.length === 0
    ? code`{}`
    : code`{
  ${join(members, ',\n')},
}`;
}

export function list(items: readonly Code[]): Code {
  const line = join(items, ', ');
  if (line.text.length < 80) return code`[${line}]`;
  return code`[
  ${join(items, ',\n')},
]`;
}
