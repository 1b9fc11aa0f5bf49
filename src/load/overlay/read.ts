/** Reads the overlays that the config names, as the main document is read: paths and URLs that the user gave. */
import type { Finding } from '../../diagnostics.js';
import type { Options } from '../../options.js';
import { readInput } from '../input.js';
import { lazyPositions } from '../references/loaded-file.js';
import type { Source } from '../source.js';
import { readText } from '../text/text-file.js';
import type { Overlay } from './overlay.js';

export interface ReadOverlays {
  readonly overlays: readonly Overlay[];
  readonly inputs: Source['inputs'];
  /** Integers that were rounded when they were read. */
  readonly rounded: ReadonlySet<number>;
  readonly findings: readonly Finding[];
}

export async function readOverlays(options: Options, cwd: string): Promise<ReadOverlays> {
  const overlays: Overlay[] = [];
  const inputs: { readonly path: string; readonly hash: string }[] = [];
  const findings: Finding[] = [];
  const rounded = new Set<number>();
  for (const where of options.overlays) {
    const read = await readInput(where, options, cwd, async () => new Uint8Array());
    if ('finding' in read) {
      findings.push(read.finding);
      continue;
    }
    const { name, path } = read.input;
    const text = await readText(read.bytes, name, options.limits);
    findings.push(...text.findings);
    for (const number of text.rounded) rounded.add(number);
    if (path !== '') inputs.push({ path, hash: text.hash });
    if (text.value !== undefined) overlays.push({ name, value: text.value, positions: lazyPositions(text) });
  }
  return { overlays, inputs, rounded, findings };
}
