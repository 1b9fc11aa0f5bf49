/** Reports of one member, for names that stand in a pointer as they are. */
import { type Check, fail, type Issues, type Place, part } from './place.js';

/** Reports a member that is not of the type; where it is missing, that is the fault. `under` leads on to the schema that names the type. */
export function need(
  issues: Issues,
  at: Place,
  object: { readonly [key: string]: unknown },
  name: string,
  type: string,
  under = '',
): Issues {
  const value = object[name];
  const missing = value === undefined;
  const schemaPath = missing ? '/required' : `/properties/${name}${under}/type`;
  return fail(issues, at, `/${name}`, [name], value, type, missing ? 'required' : 'type', schemaPath);
}

/** Enters a member by the check of its schema, to which `under` leads on, else `$ref`; where it is missing, that is the fault. */
export function needBe(
  issues: Issues,
  at: Place,
  name: string,
  value: unknown,
  check: Check,
  expected = 'a value',
  under?: string,
): Issues {
  return value === undefined
    ? fail(issues, at, `/${name}`, [name], value, expected, 'required', '/required')
    : check(value, part(at, name, under === undefined ? under : `/properties/${name}${under}`), issues);
}
