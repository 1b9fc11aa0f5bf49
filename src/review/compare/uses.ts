import type { Pointer } from '../../diagnostics.js';
import type { Api, Operation } from '../../model/api.js';
import type { Schema, SchemaId } from '../../model/schema.js';
import { placeOf } from './operations.js';

/**
 * For every declaration, by its pointer, the places that reach it, through other declarations too: `POST /pets`, or the pointer of
 * a webhook. A schema's variants have its pointer, and are that schema.
 */
export function usesOf(api: Api): ReadonlyMap<Pointer, readonly string[]> {
  const bodies = new Map(api.schemas.map((schema) => [schema.id, schema.schema]));
  const direct = new Map<SchemaId, ReadonlySet<SchemaId>>();
  const referencesOf = (id: SchemaId): ReadonlySet<SchemaId> => {
    const known = direct.get(id);
    if (known) return known;
    const body = bodies.get(id);
    const found = body ? references(body) : new Set<SchemaId>();
    direct.set(id, found);
    return found;
  };
  const pointers = new Map(api.schemas.map((schema) => [schema.id, schema.at]));
  const uses = new Map<Pointer, string[]>();
  const visit = (where: string, operation: Operation): void => {
    const reached = references(exchanged(operation));
    for (const id of reached) for (const next of referencesOf(id)) reached.add(next);
    for (const id of reached) {
      const at = pointers.get(id);
      if (at === undefined) continue;
      const places = uses.get(at) ?? [];
      if (!places.includes(where)) places.push(where);
      uses.set(at, places);
    }
    for (const callback of operation.callbacks) visit(where, callback.operation);
  };
  for (const operation of api.operations) visit(placeOf(operation), operation);
  for (const { operation } of api.webhooks) visit(operation.at, operation);
  return uses;
}

function exchanged(operation: Operation): readonly Schema[] {
  const content = [operation.body, ...operation.responses].flatMap(
    (part) => part?.content.map((mediaType) => mediaType.schema) ?? [],
  );
  const parts = operation.body?.content.flatMap(({ encoding }) => encoding.flatMap((part) => part.headers)) ?? [];
  const headers = [...operation.responses.flatMap((response) => response.headers), ...parts].map((header) => header.schema);
  return [...operation.parameters.map((parameter) => parameter.schema), ...content, ...headers];
}

/** Every reference anywhere in a piece of the model. */
function references(value: unknown): Set<SchemaId> {
  const found = new Set<SchemaId>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if (isReference(node)) found.add(node.to);
    else for (const member of Object.values(node)) walk(member);
  };
  walk(value);
  return found;
}
function isReference(node: object): node is Extract<Schema, { kind: 'reference' }> {
  return Reflect.get(node, 'kind') === 'reference' && typeof Reflect.get(node, 'to') === 'string';
}
