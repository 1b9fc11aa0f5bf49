/** The meta-schemas of JSON Schema, known offline: the files that ajv ships. Read only when a reference asks for one. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Bytes of the meta-schema or vocabulary of that URI (without fragment); undefined where it is none. */
export async function readMetaschema(uri: string): Promise<Uint8Array | undefined> {
  const file = fileOf(uri);
  return file === undefined ? undefined : readFile(createRequire(import.meta.url).resolve(`ajv/dist/refs/${file}`));
}

function fileOf(uri: string): string | undefined {
  const path = /^https?:\/\/json-schema\.org\/(.+)$/.exec(uri)?.[1];
  if (path === undefined) return undefined;
  if (path === 'draft-07/schema') return 'json-schema-draft-07.json';
  if (path === 'draft-06/schema') return 'json-schema-draft-06.json';
  const [, draft, rest] = /^draft\/(2020-12|2019-09)\/(.+)$/.exec(path) ?? [];
  if (draft === undefined || rest === undefined) return undefined;
  return (VOCABULARIES.get(draft) ?? []).includes(rest) ? `json-schema-${draft}/${rest}.json` : undefined;
}

const COMMON = ['schema', 'meta/applicator', 'meta/content', 'meta/core', 'meta/meta-data', 'meta/validation'];
const VOCABULARIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['2019-09', [...COMMON, 'meta/format']],
  ['2020-12', [...COMMON, 'meta/format-annotation', 'meta/unevaluated']],
]);
