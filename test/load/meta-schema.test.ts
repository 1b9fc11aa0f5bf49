import { expect, it } from 'vitest';
import { loadText, told } from './documents.js';

const asked = async (text: string): Promise<string[]> => told(await loadText('a.yaml', text, { metaSchema: true }), true);

it.each([
  [
    '3.0',
    "openapi: 3.0.0\ninfo: {title: t, version: '1'}\npaths:\n  /a:\n    get: {}\n",
    'a.yaml:5:10 meta-schema-violation the meta-schema says: "must have required property \'responses\'"',
  ],
  [
    '3.1',
    'openapi: 3.1.0\ninfo: {title: t}\npaths: {}\n',
    'a.yaml:2:7 meta-schema-violation the meta-schema says: "must have required property \'version\'"',
  ],
  [
    '2.0',
    "swagger: '2.0'\ninfo: {title: t, version: '1'}\nhost: 'a/b'\nschemes: [https]\npaths: {}\n",
    'a.yaml:3:7 meta-schema-violation',
  ],
])('what the meta-schema of %s says is a warning at its place', async (_, text, wanted) => {
  expect(await asked(text)).toEqual([expect.stringContaining(wanted)]);
});

it('says that it does not know 3.2', async () => {
  expect(told(await loadText('a.yaml', 'openapi: 3.2.0\n', { metaSchema: true }))).toEqual(['a.yaml:1:10 missing-meta-schema']);
});

it('says nothing of what matches, and nothing where it is not asked', async () => {
  expect(await asked("openapi: 3.1.0\ninfo: {title: t, version: '1'}\npaths: {}\n")).toEqual([]);
  expect(told(await loadText('a.yaml', 'openapi: 3.1.0\n'))).toEqual([]);
});
