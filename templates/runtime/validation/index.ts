/** What `validators.ts` is made of. Of all this only what a bundle uses is in it. */
export { closest } from './closest.js';
export { distinct } from './distinct.js';
export { allUnique, equal } from './equality.js';
export { type Integers, type IntegersWithin, parseExact, stringifyExact } from './exact-json.js';
export {
  date,
  dateTime,
  duration,
  email,
  hostname,
  idnEmail,
  idnHostname,
  ipv4,
  ipv6,
  iri,
  iriReference,
  jsonPointer,
  regex,
  relativeJsonPointer,
  time,
  uri,
  uriReference,
  uriTemplate,
  uuid,
} from './formats/index.js';
export type { Issue } from './issue.js';
export { issuesOf } from './issues-of.js';
export { atLeast, atMost } from './lengths.js';
export { need, needBe } from './members.js';
export { isDecimal, isMultiple } from './numbers.js';
export { type Check, fail, failMember, type Issues, type Keys, type Place, part } from './place.js';
export type { StandardSchemaV1 } from './standard-schema.js';
export { token } from './token.js';
export { countMembers, isBytes, isIterable, isObject, isObjectLike, type Members, own } from './types.js';
export { ValidationError } from './validation-error.js';
export { type Validated, type Validator, validator } from './validator.js';
