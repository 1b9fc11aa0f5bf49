/**
 * The dynamic scope, as far as a schema can depend on it: what every dynamic anchor is bound to by the outermost resource entered.
 *
 * `$dynamicRef` is resolved while building: a schema that is entered under two scopes that differ becomes two declarations.
 * Documents without a `$dynamicAnchor`, nearly all, have one empty scope and pay nothing.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.3.2
 */
import type { Pointer } from '../../diagnostics.js';
import type { Source } from '../../load/source.js';
import { byCodeUnits } from '../node.js';

export interface Scope {
  readonly anchors: ReadonlyMap<string, Pointer>;
  /** The resource that the evaluation is in; undefined where no document has a dynamic anchor. */
  readonly resource: Pointer | undefined;
  /** Equal for equal bindings. */
  readonly key: string;
}

const EMPTY: Scope = { anchors: new Map(), resource: undefined, key: '' };

/** The scope after going on to `at`: bindings made before win over those of a resource entered now. */
export function enter(scope: Scope, at: Pointer, source: Source): Scope {
  const resource = source.resourceOf(at);
  if (!resource || resource.at === scope.resource) return scope;
  const anchors = new Map(scope.anchors);
  for (const [name, target] of resource.dynamicAnchors) if (!anchors.has(name)) anchors.set(name, target);
  const key = [...anchors]
    .map(([name, target]) => `${name} ${target}`)
    .sort(byCodeUnits)
    .join('\n');
  return { anchors, resource: resource.at, key };
}

/** The scope of an evaluation that begins at `at`. */
export const begin = (at: Pointer, source: Source): Scope => enter(EMPTY, at, source);
