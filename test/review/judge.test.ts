/** Levels by config, exceptions, grace, fingerprints. */
import { expect, test } from 'vitest';
import { render } from '../../src/review/index.js';
import { document, reviewOf } from './sides.js';

const ok = `responses: { '204': { description: ok } }`;
const both = (extra = ''): object =>
  document(`paths: { /pets: { get: { operationId: listPets, ${ok} }, delete: { operationId: clearPets, ${extra} ${ok} } } }`);
const one = document(`paths: { /pets: { get: { operationId: listPets, ${ok} } } }`);

test('a level by config', async () => {
  const report = await reviewOf(both(), one, { levels: { 'operation-removed': 'warning' } });
  expect(report).toMatchObject({
    semver: 'minor',
    changes: [{ code: 'operation-removed', level: 'warning', source: true, wire: true }],
  });
});

test('a rule that is off', async () => {
  expect(await reviewOf(both(), one, { levels: { 'operation-removed': 'off' } })).toMatchObject({
    semver: 'none',
    contract: 'unchanged',
    changes: [],
  });
});

test('an exception holds until it expires', async () => {
  const [change] = (await reviewOf(both(), one)).changes;
  const ignore = [{ fingerprint: change?.fingerprint ?? '', reason: 'nobody calls it', expires: '2026-06-01' }];
  const accepted = await reviewOf(both(), one, { ignore });
  expect(accepted).toMatchObject({
    semver: 'none',
    changes: [],
    ignored: [{ code: 'operation-removed', reason: 'nobody calls it' }],
    notes: [],
  });
  expect(render(accepted, 'text')).toContain('Nothing has changed but what is ignored.');
  const expired = await reviewOf(both(), one, { ignore, today: '2026-06-02' });
  expect(expired.changes).toHaveLength(1);
  expect(expired.notes).toEqual([`the exception ${change?.fingerprint} expired on 2026-06-01 (nobody calls it)`]);
  const idle = await reviewOf(one, one, { ignore });
  expect(idle.notes).toEqual([`the exception ${change?.fingerprint} fits no change (nobody calls it)`]);
});

test('grace is for what was announced, from its day on', async () => {
  const announced = both('deprecated: true, x-sunset: 2026-05-01,');
  const levels = async (old: object, grace: boolean): Promise<readonly string[]> =>
    (await reviewOf(old, one, { grace })).changes.map((change) => change.level);
  expect(await levels(announced, false)).toEqual(['breaking']);
  expect(await levels(announced, true)).toEqual(['warning']);
  expect(await levels(both('deprecated: true, x-sunset: 2026-06-01,'), true)).toEqual(['breaking']);
  expect(await levels(both('deprecated: true,'), true)).toEqual(['breaking']);
});

test('a fingerprint does not depend on lines, and is not that of another place', async () => {
  const at = async (old: object, is: object): Promise<string | undefined> => (await reviewOf(old, is)).changes[0]?.fingerprint;
  const moved = document(
    `info: { title: Pets, version: '9' }\nx-a: 1\npaths: { /pets: { get: { operationId: listPets, ${ok} } } }`,
  );
  expect(await at(both(), one)).toBe(await at(both(), moved));
  const other = document(
    `paths: { /cats: { get: { operationId: listPets, ${ok} }, delete: { operationId: clearPets, ${ok} } } }`,
  );
  const less = document(`paths: { /cats: { get: { operationId: listPets, ${ok} } } }`);
  expect(await at(both(), one)).not.toBe(await at(other, less));
});

test('a fingerprint does not depend on who else uses what changed', async () => {
  const users = (names: readonly string[], member: string): object =>
    document(`paths:
${names.map((name) => `  /${name}: { get: { operationId: ${name}, security: [{ key: [] }], responses: { '200': { description: ok, content: { application/json: { schema: { anyOf: [${name === 'b' ? '{ type: integer }, ' : ''}{ $ref: '#/components/schemas/Pet' }] } } } } } } }`).join('\n')}
components:
  schemas: { Pet: { type: object, properties: { ${member} } } }
  securitySchemes: { key: { type: apiKey, in: header, name: X-${member.length} } }`);
  const fingerprints = async (old: readonly string[], is: readonly string[]): Promise<readonly string[]> => {
    const { changes } = await reviewOf(users(old, 'name: {}, age: {}'), users(is, 'name: {}'));
    return changes.filter(({ code }) => !code.startsWith('operation-')).map(({ fingerprint }) => fingerprint);
  };
  const usual = await fingerprints(['a', 'b'], ['a', 'b']);
  expect(usual).toHaveLength(2);
  expect(await fingerprints(['a', 'b'], ['a'])).toEqual(usual);
  expect(await fingerprints(['a', 'b', 'c'], ['a', 'b', 'c', 'd'])).toEqual(usual);
});

test('what is gone is missed somewhere in the new document', async () => {
  const [change] = (await reviewOf(both(), one)).changes;
  expect(change).toMatchObject({ side: 'old', pointer: '#/paths/~1pets/delete', near: { file: '<document>' } });
});
