/**
 * Our types beside those of openapi-typescript, which are a second opinion: each is assignable to the other, or the table says why ours is right.
 *
 * A member with a `default` is left out of the comparison: there it is always present, while the specification lets the sender leave it
 * out and the receiver does not fill it in. The documents are compared without defaults.
 *
 * @see https://spec.openapis.org/oas/v3.0.4#schema-object (default)
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { describeShared, shared } from '../shared.js';
import { faults } from './compiler.js';
import { subjectsOf } from './subjects.js';

const NULLABLE = 'nullable is honoured although it is no keyword of 3.1: the enum takes null';
const ITEMS = 'items without a type are taken to speak of an array; theirs is unknown';
const BOOLEAN = 'the property is a boolean; theirs takes the names of the mapping, which are strings, for its values';
const MEMBER = 'the discriminator of a union says nothing of a member that stands alone; theirs requires its value';
const BOTH = 'ours to theirs, theirs to ours';

/** Component, the assignments that fail, and why ours is right. */
const DIFFERENCES: Readonly<Record<string, readonly (readonly [component: string, fails: string, reason: string])[]>> = {
  'gcore/iam.documented': [
    ['ClientBase', 'ours to theirs', NULLABLE],
    ['LastLoginTimeSchema', 'theirs to ours', ITEMS],
    ['SignupProcess', 'ours to theirs', NULLABLE],
  ],
  'gcore/cloud': [
    ['K8sClusterAddonsCreateV2Serializer', BOTH, BOOLEAN],
    ['K8sClusterAddonsUpdateV2Serializer', BOTH, BOOLEAN],
    ['K8sClusterCreateV2Serializer', BOTH, BOOLEAN],
    ['K8sClusterSlurmAddonDisableV2Serializer', BOTH, BOOLEAN],
    ['K8sClusterSlurmAddonEnableV2Serializer', BOTH, BOOLEAN],
    ['K8sClusterSlurmAddonV2Serializers', BOTH, BOOLEAN],
    ['K8sClusterUpdateV2Serializer', BOTH, BOOLEAN],
    ['NewInterfaceAnySubnetSchema', 'ours to theirs', MEMBER],
    ['NewInterfaceExternalExtendSchemaWithDdos', 'ours to theirs', MEMBER],
    ['NewInterfaceReservedFixedIpSchema', 'ours to theirs', MEMBER],
    ['NewInterfaceSpecificSubnetSchema', 'ours to theirs', MEMBER],
  ],
};

describeShared('types and those of openapi-typescript', () => {
  test.each(['iam_api', 'gcore/iam.documented', 'gcore/waap', 'gcore/cloud'])('%s', { timeout: 120_000 }, async (name) => {
    const document: unknown = parse(readFileSync(shared(`specs/${name}.yaml`), 'utf8'));
    const { list, files } = await subjectsOf(Object(withoutDefaults(document)), {}, true);
    const names = list.map(({ named }) => [named.id, `p.components['schemas'][${JSON.stringify(named.source)}]`] as const);
    const lines = names.flatMap(([ours, theirs], i) => [
      `declare const o${i}: t.${ours}; export const a${i}: ${theirs} = o${i};`,
      `declare const p${i}: ${theirs}; export const b${i}: t.${ours} = p${i};`,
    ]);
    const imports = "import type * as t from './types.js'; import type * as p from './paths.js';";
    const found = await faults({
      'types.ts': files.get('types.ts') ?? '',
      'paths.ts': files.get('paths.ts') ?? '',
      'main.ts': [imports, ...lines].join('\n'),
    });
    const differences = names.flatMap(([ours], i) => {
      const ways = [found.has(2 * i + 2) ? 'ours to theirs' : '', found.has(2 * i + 3) ? 'theirs to ours' : ''].filter(Boolean);
      return ways.length > 0 ? [[ours, ways.join(', ')]] : [];
    });
    expect(differences).toEqual((DIFFERENCES[name] ?? []).map(([component, ways]) => [component, ways]));
  });
});

/** `default` beside a keyword of its schema; a response may be called so, and a property. */
function withoutDefaults(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((item) => withoutDefaults(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => isMap || name !== 'default')
      .map(([name, member]) => [name, withoutDefaults(member, !isMap && MAPS.has(name))]),
  );
}
const MAPS = new Set(['properties', 'responses', 'schemas', 'patternProperties', 'parameters', 'examples', 'variables']);
