/**
 * Which file of a split module takes what is made for an operation or a schema. Each is told by itself alone, so that one that is added
 * moves no other.
 */
import type { Pointer } from '../../diagnostics.js';
import type { Api, Operation } from '../../model/api.js';
import type { Identifier } from '../../model/identifier.js';
import type { NamedSchema } from '../../model/schema.js';
import { fileName } from '../../print/file-name.js';

/** The file's name, without its extension. */
export type Groups = ReadonlyMap<Identifier, string>;

/** What is made for none of them in particular. */
export const COMMON = 'common';

export function operationGroups({ operations }: Api): Groups {
  return new Map(grouped(operations).map(([{ name }, group]) => [name, group]));
}

/** As many files as a folder is still looked through for one. */
const MOST = 500;

/** By what each says that it belongs to, or, where that would make too many files, by the initial of it. */
function grouped(operations: readonly Operation[]): readonly (readonly [Operation, string])[] {
  const subjects = operations.map((operation) => [operation, subjectOf(operation)] as const);
  const isCoarse = new Set(subjects.map(([, subject]) => subject)).size > MOST;
  return subjects.map(([operation, subject]) => [operation, fileName(isCoarse ? initial(subject) : subject)]);
}

/** Its first tag, else the first word of its path that says something. */
function subjectOf({ tags, path }: Operation): string {
  const [tag] = tags;
  if (tag !== undefined) return tag;
  const words = path.flatMap((part) => (part.kind === 'literal' ? part.text.split('/') : []));
  return words.find((word) => word !== '' && !/^(?:api|rest|v\d[\w.]*)$/i.test(word)) ?? 'other';
}
const initial = (text: string): string => /[a-z\d]/i.exec(text)?.[0] ?? 'other';

/** What stands in an operation goes to the file of its operation; all others go by their names. */
export function schemaGroups({ operations, webhooks, schemas }: Api): Groups {
  const groups = new Map<Pointer, string>();
  for (const [operation, group] of grouped(operations)) groups.set(operation.at, group);
  for (const { operation } of webhooks) groups.set(operation.at, fileName(operation.tags[0] ?? 'webhooks'));
  return new Map(schemas.map((schema) => [schema.id, around(schema.at, groups) ?? nameGroup(schema)]));
}

/** The group of what stands at the place or around it. */
function around(at: Pointer, groups: ReadonlyMap<Pointer, string>): string | undefined {
  for (let place = at; place.includes('/'); place = place.slice(0, place.lastIndexOf('/'))) {
    const group = groups.get(place);
    if (group !== undefined) return group;
  }
  return undefined;
}

/** By the initial of its name, after the name space where it has one: `io.k8s.api.core.v1.Pod` is in `io-k8s-api-core-v1-p`. */
function nameGroup({ id, source }: NamedSchema): string {
  const [space, last] = /^([\w.-]+)\.([^.\s]+)/.exec(source)?.slice(1) ?? [];
  const first = initial(last ?? id);
  return fileName(space === undefined ? first : `${space} ${first}`);
}
