/** `dist/licenses.txt`: the licences of what is bundled, which ask to be given along with it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `inputs`: the files that were bundled, relative to the root. */
export function writeLicenses(root: string, dist: string, inputs: Iterable<string>): void {
  const packages = new Set(['ts-morph', '@ts-morph/common', 'code-block-writer', 'typescript']);
  for (const input of inputs) {
    const [, name] = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    if (name !== undefined) packages.add(name);
  }
  const texts = [...packages].sort().map((name) => {
    const folder = join(root, 'node_modules', name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((path) => /^licen[cs]e/i.test(path));
    return `${name} ${version}, ${license}\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  writeFileSync(join(dist, 'licenses.txt'), texts.join(`\n${'-'.repeat(80)}\n\n`));
}
