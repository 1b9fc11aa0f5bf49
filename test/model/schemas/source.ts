/** A `Source` over one parsed document, for tests of what comes after loading: pointers, `$id`, anchors, no files. */
import type { Pointer } from '../../../src/diagnostics.js';
import { child } from '../../../src/diagnostics.js';
import type { JsonObject, Resolved, Resource, Source } from '../../../src/load/source.js';
import { isObject } from '../../../src/model/node.js';
import type { Json } from '../../../src/model/schema.js';

export function sourceOf(document: JsonObject, others: Readonly<Record<string, Json>> = {}): Source {
  const at = (pointer: Pointer): Json | undefined => {
    const [file = '', path = ''] = pointer.split('#');
    let value: Json | undefined = file === '' ? document : others[file];
    for (const word of path.split('/').slice(1)) {
      const key = word.replaceAll('~1', '/').replaceAll('~0', '~');
      value = Array.isArray(value) ? value[Number(key)] : isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    }
    return value;
  };
  return {
    name: '<document>',
    document,
    version: '3.1.0',
    get: at,
    resolve: (reference: string): Resolved => {
      const pointer = decodeURIComponent(reference);
      const value = at(pointer);
      return value === undefined ? { problem: 'points to nothing' } : { at: pointer, value };
    },
    resourceOf: (): Resource | undefined => undefined,
    isPlain: true,
    isStrict: () => false,
    vocabulariesAt: () => undefined,
    isInexact: () => false,
    positionOf: () => ({ file: '<document>', line: 1, column: 1 }),
    inputs: [],
  };
}

/** A document that has the schemas as its components. */
export function documentOf(schemas: Readonly<Record<string, Json>>): JsonObject {
  return { openapi: '3.1.0', info: { title: 't', version: '1' }, paths: {}, components: { schemas } };
}

export const component = (name: string): Pointer => child('#/components/schemas', name);
