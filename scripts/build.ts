/** `npm run build`: `dist/` with the command line, the library and its types, in few files that load quickly. */
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { writeDeclarations } from './build/declarations.js';
import { leanPackages } from './build/lean-packages.js';
import { writeLicenses } from './build/licenses.js';
import { compiledTemplates } from './build/templates.js';

const root = fileURLToPath(new URL('..', import.meta.url));
// Made beside, so that what runs while it is made finds the old one whole.
const dist = mkdtempSync(`${root}/node_modules/.specwright-dist-`);

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['src/cli.ts', 'src/index.ts'],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // Loaded only for a config file in TypeScript, to compare a formatted file with a fresh one, and for the meta-schemas in it.
  external: ['jiti', 'typescript', 'ajv'],
  plugins: [compiledTemplates, leanPackages],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
  },
  minifySyntax: true,
  minifyWhitespace: true,
  metafile: true,
  logLevel: 'warning',
});
writeDeclarations(root, dist);
writeLicenses(root, dist, Object.keys(metafile.inputs));

rmSync(`${root}/dist`, { recursive: true, force: true });
renameSync(dist, `${root}/dist`);

const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.log(`dist/: ${Object.keys(metafile.outputs).length} modules, ${Math.round(bytes / 1024)} kB`);
