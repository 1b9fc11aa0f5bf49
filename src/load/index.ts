/** Loading: from a path, URL, text or object to a `Source`, or to the findings that say why there is none. */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../diagnostics.js';
import type { Json } from '../model/schema.js';
import type { Options } from '../options.js';
import { type Input, readInput } from './input.js';
import { isObject } from './json-value.js';
import { LimitReached } from './raise/walk.js';
import { DocumentSource } from './references/document-source.js';
import { readExternal } from './references/external.js';
import { Library, placed } from './references/library.js';
import { lazyPositions } from './references/loaded-file.js';
import { resolveUri } from './references/uri.js';
import type { Source } from './source.js';
import { refuseExpansion } from './text/expansion.js';
import { readText, type TextFile } from './text/text-file.js';
import { type Version, versionOf } from './version.js';

export interface Loaded {
  /** Undefined where there is no document to go on with; the findings then have an error. */
  readonly source: Source | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads `options.input`, and nothing that the policy of `options.references` does not allow. Never throws because of a document.
 *
 * `cwd`: paths are relative to it, and findings name files relative to it. `readStdin`: gives the text where the input is `-`.
 */
export async function load(options: Options, cwd = '.', readStdin: () => Promise<string> = async () => ''): Promise<Loaded> {
  if (typeof options.input !== 'string') {
    const input = { name: '<document>', uri: pathToFileURL(resolve(cwd, '<document>')).href, path: '' };
    const value = options.input as Json;
    const refused = refuseExpansion(value, options.limits);
    if (refused) return { source: undefined, findings: [{ ...refused, position: { file: input.name, line: 1, column: 1 } }] };
    return loadValue(value, undefined, input, options, cwd);
  }
  const read = await readInput(options.input, options, cwd, readStdin);
  if ('finding' in read) return { source: undefined, findings: [read.finding] };
  const text = await readText(read.bytes, read.input.name, options.limits);
  if (text.value === undefined) return { source: undefined, findings: text.findings };
  return loadValue(text.value, text, read.input, options, cwd);
}

async function loadValue(value: Json, text: TextFile | undefined, input: Input, options: Options, cwd: string): Promise<Loaded> {
  const findings: Finding[] = [...(text?.findings ?? [])];
  const positions = lazyPositions(text?.text, text?.format ?? 'json');
  const { version, findings: complaints } = versionOf(value);
  findings.push(...complaints);
  if (!version) return { source: undefined, findings: findings.map((finding) => placed(finding, input.name, positions)) };

  const library = new Library(options, input.uri);
  const inputs: { readonly path: string; readonly hash: string }[] =
    text && input.path ? [{ path: input.path, hash: text.hash }] : [];
  const base = baseOf(version, input.uri);
  try {
    library.addMain(version.document, version.dialect, input.name, base, positions);
    inputs.push(...(await readExternal(library, { options, cwd, uri: input.uri, hasFolder: input.path !== '' })));
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    findings.push(...library.placedFindings());
    return { source: undefined, findings };
  }
  findings.push(...library.findings());
  const files = library.files();
  const main = files[0];
  if (!main || !isObject(main.value)) return { source: undefined, findings };
  const source = new DocumentSource({
    main,
    document: main.value,
    version: version.version,
    files: new Map(files.map((file) => [file.id, file])),
    aliases: base === input.uri ? [] : [input.uri],
    refused: library.refused,
    inputs,
  });
  return { source, findings };
}

/** `$self` of OpenAPI 3.2 is the base of references, against where the document was found. */
function baseOf({ document, dialect }: Version, found: string): string {
  const self = document['$self'];
  return (dialect === '2020-12' && typeof self === 'string' ? resolveUri(self, found) : undefined) ?? found;
}
