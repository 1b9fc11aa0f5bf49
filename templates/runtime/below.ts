import { type Check, type Keys, type Place, part } from './validation/index.js';

/** A check of a part, whose issues begin at the whole. */
export function below(check: Check, ...keys: Keys): Check {
  return (value, at, issues) => {
    let place: Place = at;
    for (const key of keys) place = part(place, key, '');
    return check(value, place, issues);
  };
}
