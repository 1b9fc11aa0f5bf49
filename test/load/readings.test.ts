/** YAML is read by a fast parser, and by an exact one where something is doubtful: both must say the same of real documents. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseYaml } from '../../src/load/text/yaml.js';
import { inspectYaml } from '../../src/load/text/yaml-strict.js';
import { defaults } from '../../src/options.js';
import { describeShared, shared } from '../shared.js';

describeShared('both readings of YAML', () => {
  const files = (readdirSync(shared('specs'), { recursive: true }) as string[]).filter((name) => name.endsWith('.yaml')).sort();
  it.each(files)('%s', async (name) => {
    const text = readFileSync(join(shared('specs'), name), 'utf8');
    const { value, findings } = await parseYaml(text, name, defaults.limits);
    expect(findings).toEqual([]);
    expect(JSON.stringify(value)).toBe(JSON.stringify(parse(text, { version: '1.2', maxAliasCount: -1 })));
    if (text.length < 100_000) expect(inspectYaml(text, name)).toEqual([]);
  });
});
