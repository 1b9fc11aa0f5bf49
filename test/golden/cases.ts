/** What is kept as golden output: the client of the specification that the project ships for, and a small document for each feature. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { complete } from '../../src/config/resolve.js';
import type { Diagnostic } from '../../src/diagnostics.js';
import { generate } from '../../src/generate.js';
import type { Options } from '../../src/options.js';
import type { GeneratedFile } from '../../src/print/file.js';

export interface Golden {
  readonly name: string;
  /** Folder of the output, relative to the project. */
  readonly output: string;
  /** What there is to say about the document, a line each, without the name of the file. */
  readonly diagnostics: string;
  readonly options: Options;
  /** The runtime is the same for every document; one copy of it is enough. */
  readonly keeps: (path: string) => boolean;
}

const flagship: Golden = {
  name: 'spec/iam_api.yaml',
  output: 'generated/iam',
  diagnostics: 'test/golden/iam.diagnostics.txt',
  options: complete({ input: 'spec/iam_api.yaml', output: 'generated/iam' }),
  keeps: () => true,
};

export const cases: readonly Golden[] = readdirSync('test/cases')
  .filter((name) => existsSync(`test/cases/${name}/openapi.yaml`))
  .sort()
  .map((name) => {
    const folder = `test/cases/${name}`;
    const config = existsSync(`${folder}/config.json`) ? JSON.parse(readFileSync(`${folder}/config.json`, 'utf8')) : {};
    const output = `${folder}/output`;
    return {
      name,
      output,
      diagnostics: `${folder}/diagnostics.txt`,
      options: complete({ ...config, input: `${folder}/openapi.yaml`, output }),
      keeps: (path) => !path.startsWith('runtime/'),
    };
  });

export const goldens: readonly Golden[] = [flagship, ...cases];

export async function produce(golden: Golden): Promise<{ files: readonly GeneratedFile[]; diagnostics: string }> {
  const { files, diagnostics } = await generate(golden.options);
  return { files: files.filter(({ path }) => golden.keeps(path)), diagnostics: diagnostics.map(line).join('') };
}

/** A diagnostic as it stands in a golden file. */
export const line = ({ line, column, level, code, message }: Diagnostic): string =>
  `${line}:${column}  ${level}  ${code}  ${message}\n`;

/** The files of a folder, `/` between names, without the manifest, which is the command line's. */
export function listed(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .replaceAll('\\', '/')
        .slice(folder.length + 1),
    )
    .filter((path) => path !== '.specwright.json')
    .sort();
}
