// The generator as any harness for JSON Schema can call it: an OpenAPI document with a component `Subject` goes in, the text of one
// self-contained module that exports `isSubject` comes out. Needs `npm run build`. SUITE names a checkout of the official suite whose
// remote documents are then served where it wants them; FORMATS=assert asserts formats.
import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, normalize } from 'node:path';
import { build } from 'esbuild';
import { generate as run } from '../../dist/index.js';

const HOST = 'localhost:1234';
const suite = process.env.SUITE ?? fileURLToPath(new URL('../../../shared/json-schema-test-suite', import.meta.url));

const server = createServer((request, response) => {
  const path = join(suite, 'remotes', normalize(decodeURIComponent(new URL(request.url, `http://${HOST}`).pathname)));
  if (!existsSync(path)) response.writeHead(404).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(readFileSync(path));
});
await new Promise((resolve) => {
  // Another process may serve them already.
  server.once('error', resolve);
  server.listen(1234, '127.0.0.1', resolve);
});
server.unref();

export async function generate(document) {
  const { files, diagnostics } = await run({
    input: document,
    references: { hosts: [HOST, 'json-schema.org'] },
    schemas: { impliedType: 'letter', formats: process.env.FORMATS === 'assert' ? 'assert' : 'annotate' },
  });
  const errors = diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('; '));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const { outputFiles } = await build({
    stdin: { contents: "export * from './validators.ts'", loader: 'ts', sourcefile: 'entry.ts' },
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
    plugins: [
      {
        name: 'generated',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^\./ }, ({ path, importer, namespace }) => ({
            path: new URL(path.replace(/\.js$/, '.ts'), `file:///${namespace === 'generated' ? importer : ''}`).pathname.slice(1),
            namespace: 'generated',
          }));
          onLoad({ filter: /.*/, namespace: 'generated' }, ({ path }) => ({ contents: texts.get(path), loader: 'ts' }));
        },
      },
    ],
  });
  return outputFiles[0].text;
}
