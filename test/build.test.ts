/**
 * The build leaves out what printing does not need of ts-morph, TypeScript and Handlebars, and proves nothing about it. So both are run
 * here, from the sources with the whole packages and as built, and have to say the same.
 */
import { expect, test } from 'vitest';
import { complete } from '../src/config/resolve.js';
import { generate } from '../src/generate.js';
import { cases, goldens } from './golden/cases.js';
import { describeShared, shared } from './shared.js';

interface Library {
  generate(options: object): Promise<Pick<Awaited<ReturnType<typeof generate>>, 'files' | 'diagnostics'>>;
}
const built = async (): Promise<Library> => import(new URL('../dist/index.js', import.meta.url).href);

async function compare(options: { readonly input: string | object }): Promise<void> {
  const { files, diagnostics } = await generate(complete(options));
  expect(await (await built()).generate(options)).toEqual({ files, diagnostics });
}

test.each(goldens)('$name', ({ options }) => compare(options));
test('there are cases', () => expect(cases.length).toBeGreaterThan(5));

describeShared('the documents of Gcore', () => {
  test.each(['iam.enriched.yaml', 'waap.yaml'])('%s', (name) => compare({ input: shared(`specs/gcore/${name}`) }), 120_000);
});
