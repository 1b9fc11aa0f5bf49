/** Documents on disk for one test, and what loading says of them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Loaded, load } from '../../src/load/index.js';
import type { Source } from '../../src/load/source.js';
import { defaults, type Options } from '../../src/options.js';

export type Changes = Partial<Omit<Options, 'input' | 'output'>>;

/** Writes the files into a folder of their own, which the test's end removes. Gives the folder. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'load-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

export const loadIn = (folder: string, input: string, changes: Changes = {}): Promise<Loaded> =>
  load({ ...defaults, ...changes, input, output: '' }, folder);

export async function loadText(name: string, content: string | Uint8Array, changes: Changes = {}): Promise<Loaded> {
  return loadIn(await folderOf({ [name]: content }), name, changes);
}

export const loadObject = (document: object, changes: Changes = {}): Promise<Loaded> =>
  load({ ...defaults, ...changes, input: document, output: '' });

/** The source of a load that must have one. */
export function sourceOf({ source, findings }: Loaded): Source {
  if (!source) throw new Error(`there is no source: ${findings.map((finding) => finding.message).join('; ')}`);
  return source;
}

/** Every finding as `file:line:column code`, or with its message. */
export function told({ source, findings }: Loaded, withMessages = false): string[] {
  return findings.map((finding) => {
    const place = finding.position ?? source?.positionOf(finding.at, finding.on ?? 'value');
    const head = `${place?.file}:${place?.line}:${place?.column} ${finding.rule.code}`;
    return withMessages ? `${head} ${finding.message}` : head;
  });
}
