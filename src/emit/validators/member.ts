/** Reading a member of a value that is known to be an object. */
import { type Code, code } from '../../print/code.js';

/** True for names under which every object inherits something: a plain read would find that. */
export const isInherited = (name: string): boolean => name in Object.prototype;

export function member(value: Code, name: string): Code {
  return isInherited(name) ? code`runtime.own(${value}, ${name})` : code`${value}[${name}]`;
}
/** Absent, or `undefined`, which JSON lacks and serializers leave out. */
export const absent = (value: Code): Code => code`${value} === undefined`;
export const present = (value: Code): Code => code`${value} !== undefined`;
