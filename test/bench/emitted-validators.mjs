// The emitted validators of the benchmark's subjects as a module with two tables, `is` and `check` (null, or every issue), by subject:
// `EMITTED=test/bench/emitted-validators.mjs` adds them as a row to the comparison in ../shared/tools/conformance/speed, whose payloads
// these are. Needs `npm run build`.
import { build } from 'esbuild';
import { generate } from '../../dist/index.js';

const { schemas } = await import(process.env.SUBJECTS ?? new URL('../../../shared/tools/conformance/speed/data.mjs', import.meta.url).href);
const nameOf = (subject) => subject[0].toUpperCase() + subject.slice(1);
const { files, diagnostics } = await generate({
  input: {
    openapi: '3.1.0',
    info: { title: 'benchmark', version: '1' },
    paths: {},
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([subject, schema]) => [nameOf(subject), schema])) },
  },
  schemas: { formats: 'assert' },
});
const wrong = diagnostics.filter(({ level }) => level === 'error');
if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join('\n'));

const texts = new Map(files.map(({ path, text }) => [path, text]));
const { outputFiles } = await build({
  stdin: { contents: "export * from './validators.ts'", loader: 'ts', sourcefile: 'entry.ts' },
  bundle: true,
  write: false,
  format: 'esm',
  target: 'es2022',
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
const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`);
const table = (make) => Object.fromEntries(Object.keys(schemas).map((subject) => [subject, make(nameOf(subject))]));

export const is = table((name) => module[`is${name}`]);
export const check = table((name) => {
  const { validate } = module[name];
  return (value) => validate(value).issues ?? null;
});
