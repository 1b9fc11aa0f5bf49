/** `enum` and `const` beside other keywords: the values that are left, and what of the rest still has to be asked. */
import { child, type Pointer } from '../../../diagnostics.js';
import { type Context, describe } from '../../node.js';
import type { Json, LiteralSchema, Schema } from '../../schema.js';
import { accepts } from '../analyse/accepts.js';
import { type Find, typesOf, wholeTypes } from '../analyse/types-of.js';
import { unreachableEnumValue } from '../rules.js';
import { type Types, typeOfValue } from '../types.js';

interface Place {
  readonly context: Context;
  readonly find: Find;
  /** The types that all parts leave together. */
  readonly types: Types;
}

/** Undefined where no part lists values. */
export function listedValues(parts: readonly Schema[], { context, find, types }: Place): readonly Schema[] | undefined {
  const listed = parts.find((part) => part.kind === 'literal');
  if (listed?.kind !== 'literal') return undefined;
  const others = parts.filter((part) => part !== listed);
  const verdicts = listed.values.map((value) => {
    if (!(typeOfValue(value) & types)) return false;
    const each = others.map((other) => accepts(other, value, find));
    return each.includes(false) ? false : each.includes(undefined) ? undefined : true;
  });
  listed.values.forEach((value, i) => {
    if (verdicts[i] === false)
      context.report(unreachableEnumValue, placeOf(value, listed, context), `${describe(value)} breaks a keyword beside it`);
  });
  const kept = listed.values.flatMap((value, i) =>
    verdicts[i] === false ? [] : [{ value, description: listed.descriptions?.[i] }],
  );
  if (kept.length === 0) return [{ kind: 'never', at: listed.at }];
  const literal: LiteralSchema = {
    ...listed,
    values: kept.map(({ value }) => value),
    ...(listed.descriptions && { descriptions: kept.map(({ description }) => description) }),
  };
  const isScalar = literal.values.every((value) => value === null || typeof value !== 'object');
  const isSettled = isScalar && !verdicts.includes(undefined);
  // What accepts all values that are left has nothing more to say; its annotations stay.
  const asked = others.filter((other) => !isSettled && (typesOf(literal, find) & ~wholeTypes(other)) !== 0);
  const annotated = others.filter((other) => !asked.includes(other) && other.docs);
  return [literal, ...asked, ...annotated.map(({ docs, at }): Schema => ({ kind: 'any', at, ...(docs && { docs }) }))];
}

/** Where the value is listed. */
function placeOf(value: Json, { at, values }: LiteralSchema, { source }: Context): Pointer {
  const constant = child(at, 'const');
  if (values.length === 1 && source.get(constant) !== undefined) return constant;
  const list = source.get(child(at, 'enum'));
  if (!Array.isArray(list)) return at;
  const index = list.indexOf(value);
  return index < 0 ? child(at, 'enum') : child(at, 'enum', index);
}
