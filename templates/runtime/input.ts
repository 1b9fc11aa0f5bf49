import { isObjectLike } from './validation/index.js';

/** A member of something that ought to be an object; undefined where it is none. Encoders meet inputs that nobody has vouched for. */
export function member(value: unknown, name: string): unknown {
  return isObjectLike(value) ? value[name] : undefined;
}
