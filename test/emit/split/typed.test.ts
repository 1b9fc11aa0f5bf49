/** What a large output exports is typed, although the compiler is told not to check it again. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile, compilers, scratch } from '../../golden/compile.js';
import { documentOf, filesOf, written } from '../operations/generated.js';
import { paths, schemas } from './document.js';

const program = `
import { createClient, getPet, listOwners, Pet, type GetPetResult, type ShopPeopleOwner } from './index.js';

export function owner(value: unknown): ShopPeopleOwner | undefined {
  if (!Pet.is(value)) return undefined;
  // @ts-expect-error: no such member
  String(value.nobody);
  const kind: 'cat' | 'Problem' | undefined = value.kind;
  return kind === undefined ? undefined : value.owner;
}

export async function bosses(): Promise<readonly unknown[]> {
  const result: GetPetResult = await getPet(createClient({ baseUrl: 'http://a' }), { path: { id: '1' } });
  // @ts-expect-error: an id is a string
  await getPet(createClient(), { path: { id: 1 } });
  switch (result.status) {
    case 200: return [result.body.owner.boss?.code?.length];
    case 404: {
      // @ts-expect-error: a problem has no owner
      return result.body.owner;
    }
    case 'undocumented-status': case 'invalid-response': case 'invalid-request': case 'network-error': case 'timeout': case 'aborted': break;
    default: result satisfies never;
  }
  const list = await listOwners(createClient());
  return list.status === 200 ? list.body.map(({ boss }) => boss) : [];
}
`;

let folder = '';
beforeAll(async () => {
  folder = scratch();
  written(folder, await filesOf(documentOf(paths, { components: { schemas } }), { splitAbove: 1 }));
  writeFileSync(join(folder, 'program.ts'), program);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(compilers)(
  '%s',
  async (compiler) => {
    expect(await compile([join(folder, 'program.ts')], compiler)).toEqual([]);
  },
  60_000,
);
