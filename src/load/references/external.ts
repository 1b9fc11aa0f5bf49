/**
 * Reads the other files of a document, through swagger-parser: it walks from file to file, each once, while our resolver
 * decides what may be read and our parser how. It is shown only the references that our walk found, because a `$ref` in an
 * example is data, and because a base may be set by `$id`.
 */

import { fileURLToPath } from 'node:url';
import { displayName } from '../input.js';
import type { Source } from '../source.js';
import { readText } from '../text/text-file.js';
import type { Fetched } from './fetch.js';
import type { Library } from './library.js';
import { readMetaschema } from './metaschemas.js';
import { type Policy, readReferenced } from './policy.js';

/** The files read or missing, in canonical order. Nothing is imported and nothing read where all references stay in the main document. */
export async function readExternal(library: Library, policy: Policy): Promise<Source['inputs']> {
  const first = library.follow();
  if (first.length === 0) return [];
  const inputs: { readonly path: string; readonly hash: string }[] = [];
  const resolver = {
    order: 1,
    canRead: true,
    read: async ({ url }: { readonly url: string }): Promise<Buffer> => {
      const fetched = await read(url, policy);
      if ('bytes' in fetched) return Buffer.from(fetched.bytes);
      library.refused.set(url, fetched.problem);
      // No stamp holds with it, and a watch hears of it when it comes.
      if (fetched.isAbsent) inputs.push({ path: fileURLToPath(url), hash: '' });
      return Buffer.alloc(0);
    },
  };
  const parser = {
    order: 1,
    allowEmpty: true,
    canParse: true,
    parse: async ({ url, data }: { readonly url: string; readonly data: unknown }): Promise<object> => {
      if (library.refused.has(url) || !(data instanceof Uint8Array)) return {};
      const text = await readText(data, nameOf(url, policy), policy.options.limits);
      inputs.push({ path: url.startsWith('file:') ? fileURLToPath(url) : url, hash: text.hash });
      try {
        library.addFile(url, text);
        return { 'x-references': toReferences(library.follow()) };
      } catch (error) {
        failure = error; // swagger-parser would wrap it in an error of its own
        return {};
      }
    },
  };
  let failure: unknown;
  const document = { ...EMPTY, 'x-references': toReferences(first) };
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  await new SwaggerParser().resolve(policy.uri, document, {
    resolve: { file: false, http: false, policy: resolver },
    parse: { json: false, yaml: false, text: false, binary: false, policy: parser },
  });
  if (failure !== undefined) throw failure;
  return inputs.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function read(url: string, policy: Policy): Promise<Fetched> {
  const known = await readMetaschema(url);
  return known ? { bytes: known, url } : readReferenced(url, policy);
}

const nameOf = (url: string, { cwd }: Policy): string => (url.startsWith('file:') ? displayName(fileURLToPath(url), cwd) : url);

const toReferences = (uris: readonly string[]): { readonly $ref: string }[] => uris.map((uri) => ({ $ref: uri }));

/** swagger-parser reads documents of these versions only; it is not shown the real one. */
const EMPTY = { openapi: '3.1.0', info: { title: '', version: '' }, paths: {} };
