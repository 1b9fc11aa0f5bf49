/** Loading: from a path, URL, text or object to a `Source`, or to the findings that say why there is none. */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../diagnostics.js';
import type { Json } from '../model/schema.js';
import type { Options } from '../options.js';
import { isIdle } from './filter/selection.js';
import { type Input, readInput } from './input.js';
import { isObject } from './json-value.js';
import { OverlaidPositions } from './overlay/origins.js';
import type { Positions } from './positions/positions.js';
import { hasIdentifiers } from './raise/dialect.js';
import { LimitReached } from './raise/walk.js';
import { DocumentSource } from './references/document-source.js';
import { readExternal } from './references/external.js';
import { Library } from './references/library.js';
import { lazyPositions } from './references/loaded-file.js';
import { placed } from './references/placed.js';
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
 * `cwd`: paths are relative to it, and findings name files relative to it. `readStdin`: gives the bytes where the input is `-`.
 */
export async function load(
  options: Options,
  cwd = '.',
  readStdin: () => Promise<Uint8Array> = async () => new Uint8Array(),
): Promise<Loaded> {
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

async function loadValue(given: Json, text: TextFile | undefined, input: Input, options: Options, cwd: string): Promise<Loaded> {
  const findings: Finding[] = [...(text?.findings ?? [])];
  const inputs: { readonly path: string; readonly hash: string }[] =
    text && input.path ? [{ path: input.path, hash: text.hash }] : [];
  const authored = lazyPositions(text);
  const { value, positions, rounded } = await withOverlays(given, authored, options, cwd, findings, inputs);
  for (const number of text?.rounded ?? []) rounded.add(number);
  const { version, findings: complaints } = versionOf(value);
  findings.push(...complaints);
  if (!version) return { source: undefined, findings: findings.map((finding) => placed(finding, input.name, positions)) };

  const library = new Library(options, input.uri);
  const base = baseOf(version, input.uri);
  try {
    library.addMain(version.document, version.dialect, input.name, base, positions, rounded);
    inputs.push(...(await readExternal(library, { options, cwd, uri: input.uri, hasFolder: input.path !== '' })));
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    findings.push(...library.placedFindings());
    return { source: undefined, findings };
  }
  const vocabularies = library.vocabularies();
  findings.push(...library.findings());
  if (options.metaSchema) {
    const { checkMetaSchema } = await import('./meta-schema.js');
    const said = await checkMetaSchema(version.document, version.dialect, version.version);
    findings.push(...said.map((finding) => placed(finding, input.name, positions)));
  }
  const files = library.files();
  const main = files[0];
  if (!main || !isObject(main.value)) return { source: undefined, findings };
  const parts = {
    main,
    document: main.value,
    version: version.version,
    files: new Map(files.map((file) => [file.id, file])),
    aliases: base === input.uri ? [] : [input.uri],
    refused: library.refused,
    vocabularies,
    inputs,
  };
  const source = new DocumentSource(parts);
  if (isIdle(options.filter)) return { source, findings };
  const { filterDocument } = await import('./filter/filter.js');
  const filtered = filterDocument(source, options.filter, (document, values) => {
    const changed = new Map([...parts.files].map(([id, file]) => [id, { ...file, value: values.get(id) ?? file.value }]));
    const left = { ...main, value: document };
    return new DocumentSource({ ...parts, main: left, document, files: changed.set('', left) });
  });
  return { source: filtered.source, findings: [...findings, ...filtered.findings] };
}

/** The document as the overlays change it. What they say and which files they are is added to the lists given. */
async function withOverlays(
  document: Json,
  positions: () => Positions,
  options: Options,
  cwd: string,
  findings: Finding[],
  inputs: { readonly path: string; readonly hash: string }[],
): Promise<{ readonly value: Json; readonly positions: () => Positions; readonly rounded: Set<number> }> {
  if (options.overlays.length === 0) return { value: document, positions, rounded: new Set() };
  const { readOverlays } = await import('./overlay/read.js');
  const { applyOverlays } = await import('./overlay/overlay.js');
  const read = await readOverlays(options, cwd);
  const overlaid = applyOverlays(document, read.overlays);
  findings.push(...read.findings, ...overlaid.findings);
  inputs.push(...read.inputs);
  const all = new OverlaidPositions(overlaid.value, overlaid.origins, positions, read.overlays);
  return { value: overlaid.value, positions: () => all, rounded: new Set(read.rounded) };
}

/** `$self` of OpenAPI 3.2 is the base of references, against where the document was found. */
function baseOf({ document, dialect }: Version, found: string): string {
  const self = document['$self'];
  return (hasIdentifiers(dialect) && typeof self === 'string' ? resolveUri(self, found) : undefined) ?? found;
}
