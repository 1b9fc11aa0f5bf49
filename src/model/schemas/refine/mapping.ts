/**
 * Which value of the discriminating property selects which member of a union.
 *
 * A member that states the property's values itself is selected by these. Else `mapping` decides, and where it says nothing
 * the component does by its name, or by `x-ms-discriminator-value`, because Swagger 2.0 has no `mapping`. A member that `mapping` names is not selected by its own name as well.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#discriminator-object
 */
import { child, type Pointer, quote } from '../../../diagnostics.js';
import type { Context } from '../../node.js';
import type { Discriminator, Schema, SchemaId } from '../../schema.js';
import { pinnedValues } from '../analyse/disjoint.js';
import { factsOf, isRequired } from '../analyse/facts.js';
import { type Find, typesOf } from '../analyse/types-of.js';
import type { Declaration, Declarations } from '../declarations.js';
import type { RawDiscriminator } from '../read/discriminator.js';
import { discriminatorMapping, undeclaredDiscriminator, unusableDiscriminator } from '../rules.js';
import { OBJECT, STRING } from '../types.js';

export interface Known {
  readonly context: Context;
  readonly declarations: Declarations;
  readonly find: Find;
}

/** Undefined, with a finding, where the values do not tell all members apart. */
export function mappingOf(raw: RawDiscriminator, members: readonly Schema[], known: Known): Discriminator | undefined {
  const { context, find } = known;
  const stated = statedValues(raw, members, known);
  const fallback = raw.fallback && memberOf(raw.fallback, raw, members, known);
  const byValue = new Map<string, number>();
  for (const [i, member] of members.entries()) {
    if (!canBeString(member, raw.property, find)) {
      context.report(unusableDiscriminator, raw.at, `${quote(raw.property)} is no string in the member at ${member.at}`);
      return undefined;
    }
    const pinned = pinnedValues(member, raw.property, find);
    const values = pinned ?? stated.get(i) ?? (i === fallback ? [] : nameOf(member, known));
    if (!values) {
      context.report(unusableDiscriminator, raw.at, `no value of ${quote(raw.property)} selects the member at ${member.at}`);
      return undefined;
    }
    for (const value of values) {
      const other = byValue.get(value);
      if (other !== undefined && other !== i) {
        context.report(
          unusableDiscriminator,
          raw.at,
          `${quote(value)} selects two members, those at ${members[other]?.at} and ${member.at}`,
        );
        return undefined;
      }
      byValue.set(value, i);
    }
  }
  if (members.every((member) => !factsOf(member, find).members.has(raw.property)))
    context.report(undeclaredDiscriminator, raw.at, `no member declares ${quote(raw.property)}`);
  const mapping = ordered(raw.property, byValue);
  if (fallback !== undefined) return { ...mapping, fallback };
  return members.every((member) => isRequired(member, raw.property, find)) ? mapping : { ...mapping, optional: true };
}

/** The values of a discriminator are strings: `enabled: { const: true }` is told apart without it. */
export function canBeString(member: Schema, property: string, find: Find): boolean {
  const asked = factsOf(member, find).members.get(property) ?? [];
  return asked.every((schema) => (typesOf(schema, find) & STRING) !== 0);
}

/** By index of the member, the values that `mapping` gives. */
function statedValues(raw: RawDiscriminator, members: readonly Schema[], known: Known): ReadonlyMap<number, readonly string[]> {
  const stated = new Map<number, string[]>();
  for (const { value, to, at } of raw.mapping) {
    const index = memberOf({ to, at }, raw, members, known);
    if (index !== undefined) stated.set(index, [...(stated.get(index) ?? []), value]);
  }
  return stated;
}

/** Undefined, with a finding, where an entry leads to none of the members. */
function memberOf(
  { to, at }: { readonly to: string; readonly at: Pointer },
  raw: RawDiscriminator,
  members: readonly Schema[],
  known: Known,
): number | undefined {
  const id = targetOf(to, raw, known);
  const index = id === undefined ? -1 : members.findIndex((member) => member.kind === 'reference' && member.to === id);
  if (index >= 0) return index;
  const found = id === undefined ? 'leads to no schema' : 'leads to a schema that is no member of the union';
  known.context.report(discriminatorMapping, at, `${quote(to)} ${found}`);
  return undefined;
}

/** The name of a component, or a reference. */
export function targetOf(
  to: string,
  raw: RawDiscriminator,
  { context, declarations }: Pick<Known, 'context' | 'declarations'>,
): SchemaId | undefined {
  const component = /^[\w.-]+$/.test(to) ? declarations.at(`#/components/schemas/${to}`) : undefined;
  if (component) return component.id;
  const target = context.source.resolve(to, raw.at);
  return 'problem' in target ? undefined : declarations.at(target.at)?.id;
}

function nameOf(member: Schema, { context, declarations }: Known): readonly string[] | undefined {
  const declaration = member.kind === 'reference' ? declarations.get(member.to) : undefined;
  return declaration?.origin === 'component' ? [ownValue(declaration, context)] : undefined;
}

/** What selects a component that no `mapping` names. */
export function ownValue({ at, source }: Declaration, context: Context): string {
  const given = context.source.get(child(at, 'x-ms-discriminator-value'));
  return typeof given === 'string' ? given : source;
}

/** A discriminator that nobody wrote: a member that all require, with values that are listed and nowhere the same. */
export function impliedMapping(members: readonly Schema[], find: Find): Discriminator | undefined {
  const [first, ...others] = members;
  if (!first || others.length === 0 || members.some((member) => typesOf(member, find) !== OBJECT)) return undefined;
  for (const property of [...factsOf(first, find).required].sort()) {
    const byValue = new Map<string, number>();
    const isTelling = members.every((member, i) => {
      const values = pinnedValues(member, property, find);
      return values?.every((value) => !byValue.has(value) && byValue.set(value, i)) === true;
    });
    if (isTelling) return ordered(property, byValue);
  }
  return undefined;
}

function ordered(property: string, byValue: ReadonlyMap<string, number>): Discriminator {
  const mapping = [...byValue].map(([value, member]) => ({ value, member }));
  return { property, mapping: mapping.sort((a, b) => a.member - b.member) };
}
