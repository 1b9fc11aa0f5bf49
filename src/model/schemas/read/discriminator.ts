/** The Discriminator Object as it stands; which member a value selects is found out when all members are known. */

import type { Pointer } from '../../../diagnostics.js';
import { byCodeUnits, isObject, type Node } from '../../node.js';
import { unusableDiscriminator } from '../rules.js';

export interface RawDiscriminator {
  readonly property: string;
  readonly mapping: readonly { readonly value: string; readonly to: string; readonly at: Pointer }[];
  readonly fallback: { readonly to: string; readonly at: Pointer } | undefined;
  readonly at: Pointer;
}

/** @see https://spec.openapis.org/oas/v3.2.0#discriminator-object */
export function readDiscriminator(node: Node): RawDiscriminator | undefined {
  const discriminator = node.has('discriminator') ? node.object('discriminator') : undefined;
  const property = discriminator?.string('propertyName');
  if (!discriminator) return undefined;
  if (property === undefined) {
    if (!discriminator.has('propertyName'))
      node.context.report(unusableDiscriminator, discriminator.at, 'expected a `propertyName`');
    return undefined;
  }
  const map = discriminator.has('mapping') ? discriminator.object('mapping') : undefined;
  const values = map && isObject(map.value) ? Object.keys(map.value).sort(byCodeUnits) : [];
  const mapping = values.flatMap((value) => {
    const to = map?.string(value);
    return map && to !== undefined ? [{ value, to, at: map.pointer(value) }] : [];
  });
  const to = discriminator.string('defaultMapping');
  const fallback = to === undefined ? undefined : { to, at: discriminator.pointer('defaultMapping') };
  return { property, mapping, fallback, at: discriminator.at };
}
