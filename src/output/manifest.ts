/**
 * `.specwright.json` in the output folder: which files are ours, with what content, made by which version under which settings.
 *
 * It is what lets `generate` remove what it once wrote and nothing else, and lets `check` say why an output is stale.
 * Deliberately absent: the clock, the path of the document and a hash of it. Its bytes change only where a file of the
 * output, a setting or the version does, so that a document that says the same in other words writes nothing.
 */
import { byCodeUnits, isObject } from '../model/node.js';
import type { Json } from '../model/schema.js';
import type { GeneratedFile } from '../print/file.js';
import { entryAt, type Folder, hashOf, readText } from './folder.js';
import { unsafe } from './paths.js';

export const manifestName = '.specwright.json';

export interface Manifest {
  readonly generator: string;
  /** The settings that shape the output and differ from their defaults, by dotted name. */
  readonly settings: Readonly<Record<string, Json>>;
  /** SHA-256 (hex) of the content by path, without this file's own. */
  readonly files: ReadonlyMap<string, string>;
}

/** What made an output, apart from the document. */
export interface Maker {
  readonly version: string;
  readonly settings: Readonly<Record<string, Json>>;
}

export function manifestOf(files: readonly GeneratedFile[], maker: Maker): Manifest {
  return {
    generator: maker.version,
    settings: maker.settings,
    files: new Map(files.map((file) => [file.path, hashOf(file.text)] as const).sort(([a], [b]) => byCodeUnits(a, b))),
  };
}

export function manifestText(manifest: Manifest): string {
  const settings = Object.fromEntries(Object.entries(manifest.settings).sort(([a], [b]) => byCodeUnits(a, b)));
  const content = { generator: manifest.generator, settings, files: Object.fromEntries(manifest.files) };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

/** The manifest on disk. `broken`: a file of this name is there, and it isn't one, or it lists paths that no run can have written. */
export function readManifest(folder: Folder): Manifest | 'absent' | 'broken' {
  const { entry } = entryAt(folder, manifestName);
  if (entry === 'absent') return 'absent';
  return entry === 'file' ? (parseManifest(readText(folder, manifestName)) ?? 'broken') : 'broken';
}

function parseManifest(text: string): Manifest | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(content)) return undefined;
  const { generator, settings, files } = content;
  if (typeof generator !== 'string' || !isObject(settings) || !isObject(files)) return undefined;
  const hashes = new Map<string, string>();
  for (const [path, hash] of Object.entries(files)) {
    if (typeof hash !== 'string' || unsafe(path) !== undefined) return undefined;
    hashes.set(path, hash);
  }
  return { generator, settings, files: hashes };
}
