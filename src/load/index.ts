/** Loading: from a path, URL, text or object to a `Source`, or to the findings that say why there is none. */

import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Finding } from '../diagnostics.js';
import type { Json } from '../model/schema.js';
import type { Options } from '../options.js';
import { type Input, readInput } from './input.js';
import { isObject } from './json-value.js';
import { placeOf, pointerOf } from './pointer.js';
import { Raising, settle } from './raise/raise.js';
import { LimitReached } from './raise/walk.js';
import { DocumentSource } from './references/document-source.js';
import { forward, type LoadedFile, lazyPositions } from './references/loaded-file.js';
import type { Source } from './source.js';
import { readText, type TextFile } from './text/text-file.js';
import { versionOf } from './version.js';

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
    return loadValue(options.input as Json, undefined, input, options);
  }
  const read = await readInput(options.input, options, cwd, readStdin);
  if ('finding' in read) return { source: undefined, findings: [read.finding] };
  const text = await readText(read.bytes, read.input.name, options.limits);
  if (text.value === undefined) return { source: undefined, findings: text.findings };
  return loadValue(text.value, text, read.input, options);
}

async function loadValue(value: Json, text: TextFile | undefined, input: Input, options: Options): Promise<Loaded> {
  const findings: Finding[] = [...(text?.findings ?? [])];
  const positions = lazyPositions(text?.text, text?.format ?? 'json');
  const { version, findings: complaints } = versionOf(value);
  findings.push(...complaints);
  if (!version) return { source: undefined, findings: findings.map((finding) => located(finding, input.name, positions)) };

  const raised: Finding[] = [];
  const context = { file: '', uri: input.uri, dialect: version.dialect, options, findings: raised, count: { nodes: 0 } };
  const raising = new Raising(version.document, context);
  try {
    raising.add([], 'document');
  } catch (error) {
    if (!(error instanceof LimitReached)) throw error;
    return { source: undefined, findings: [...findings, ...raised].map((finding) => located(finding, input.name, positions)) };
  }
  const main: LoadedFile = {
    id: '',
    name: input.name,
    uri: input.uri,
    value: raising.value,
    edits: raising.edits,
    registry: raising.registry,
    positions,
  };
  if (!isObject(main.value)) return { source: undefined, findings };
  const source = new DocumentSource({
    main,
    document: main.value,
    version: version.version,
    files: new Map([['', main]]),
    refused: new Map(),
    inputs: text && input.path ? [{ path: input.path, hash: text.hash }] : [],
  });
  findings.push(...settle(raised, (at) => pointerOf('', forward(main, placeOf(at).tokens))));
  return { source, findings };
}

/** Without a source there is nobody to ask for positions later. */
function located(finding: Finding, file: string, positions: LoadedFile['positions']): Finding {
  if (finding.position) return finding;
  return { ...finding, position: { file, ...positions().find(placeOf(finding.at).tokens, finding.on ?? 'value') } };
}
