import { type Check, type Keys, token, within } from './validation/index.js';

/** A check of a part, whose issues begin at the whole. */
export function below(check: Check, ...keys: Keys): Check {
  const pointer = keys.map((key) => `/${token(String(key))}`).join('');
  return (value, at) => check(value, within(at, pointer, keys, ''));
}
