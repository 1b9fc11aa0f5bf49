/** What a document means that holds a value of another type than the specification has: real ones are written by many hands. */
import type { Json } from './schema.js';

/** Undefined where nothing but a mistake is meant. */
export function flagMeant(value: Json): boolean | undefined {
  if (typeof value !== 'string') return undefined;
  return FLAGS.get(value.toLowerCase());
}
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

export function numberMeant(value: Json): number | undefined {
  if (typeof value !== 'string' || !NUMBER.test(value)) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/** Digits without quotes are a number in YAML. */
export const textMeant = (value: Json): string | undefined => (typeof value === 'number' ? String(value) : undefined);

/** The other kind of what has nothing in it: languages in which a map is a list write an empty one as a list, and the other way round. */
export const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
export const isEmptyMap = (value: Json): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** Members without which the output is right: what is shown to readers, and bounds, without which more is accepted. */
export const isDispensable = (member: string): boolean => DISPENSABLE.has(member);
const DISPENSABLE = new Set(
  `info title summary description version termsOfService contact license externalDocs url tags operationId deprecated example examples
  minLength maxLength pattern format contentEncoding contentMediaType minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
  minItems maxItems uniqueItems minContains maxContains minProperties maxProperties links callbacks`.split(/\s+/),
);
