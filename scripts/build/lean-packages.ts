/**
 * Packages of which a small part is needed, as an esbuild plugin: ts-morph for its printer, and TypeScript for the factory and the
 * printer that openapi-typescript works with. Whole, the two take a second to load.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { shake } from './shake.js';

const require = createRequire(import.meta.url);

export const leanPackages: Plugin = {
  name: 'lean-packages',
  setup(build) {
    build.onResolve({ filter: /^ts-morph$/ }, () => ({ path: 'ts-morph', namespace: 'lean', pluginData: undefined }));
    build.onResolve({ filter: /^typescript$/ }, ({ importer }) =>
      importer.includes('openapi-typescript') ? { path: 'typescript', namespace: 'lean' } : undefined,
    );
    // openapi-typescript's own loader and linter, which is not called.
    build.onResolve({ filter: /redoc\.mjs$|^@redocly\/openapi-core$/ }, async ({ path, pluginData, ...at }) => {
      if (pluginData === 'resolving') return undefined;
      const resolved = await build.resolve(path, { ...at, pluginData: 'resolving' });
      return { ...resolved, sideEffects: false };
    });
    build.onResolve({ filter: /^@redocly\/openapi-core\/lib\/ref-utils\.js$/ }, () => ({ path: 'ref-utils', namespace: 'lean' }));
    const contents: Readonly<Record<string, () => string>> = { 'ts-morph': tsMorph, typescript, 'ref-utils': refUtils };
    build.onLoad({ filter: /.*/, namespace: 'lean' }, ({ path }) => ({
      contents: contents[path]?.() ?? '',
      resolveDir: dirname(require.resolve('ts-morph')),
    }));
  },
};

/** `printStructure`, with the parts of `@ts-morph/common` and of the TypeScript inside it that it reads, in one module. */
function tsMorph(): string {
  const exported = ['printStructure', 'StructureKind', 'VariableDeclarationKind'];
  const main = shake(read(require.resolve('ts-morph')), exported.map(asExport));
  const commonPath = createRequire(require.resolve('ts-morph')).resolve('@ts-morph/common');
  const {
    ts: _ts,
    SyntaxKind: _kind,
    ...fromCommon
  } = Object.fromEntries([...(main.members.get('common') ?? [])].map((name) => [name, true]));
  const common = shake(read(commonPath), Object.keys(fromCommon).map(asExport));
  const compiler = join(dirname(commonPath), 'typescript.js');
  const fromCompiler = new Set([
    'SyntaxKind',
    ...(main.members.get('common.ts') ?? []),
    ...(common.members.get('ts__namespace') ?? []),
  ]);
  return `
const typescript = (() => { ${compilerParts(compiler, fromCompiler)} })();
const common = ((ts, exports) => { ${withoutRequire(common.text)}
return exports; })(typescript, { ts: typescript, SyntaxKind: typescript.SyntaxKind });
((common, exports) => { ${withoutRequire(main.text)} })(common, exports);`;
}

function typescript(): string {
  const folder = fileURLToPath(new URL('.', import.meta.resolve('openapi-typescript')));
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.mjs'))
    .map((path) => read(join(folder, path)));
  const names = new Set(texts.flatMap((text) => [...text.matchAll(/\bts\.(\w+)/g)].flatMap(([, name]) => name ?? [])));
  // The text of an identifier is a getter that the language service adds, of which nothing else is needed.
  const parts = compilerParts(require.resolve('typescript'), new Set([...names, 'objectAllocator', 'idText']));
  return `
module.exports = (() => { ${parts} })();
const { objectAllocator, idText } = module.exports;
Object.defineProperty(objectAllocator.getIdentifierConstructor().prototype, 'text', { get() { return idText(this); } });`;
}

/** The tools for pointers that openapi-typescript takes from Redocly, without the network client beside them. */
function refUtils(): string {
  const path = createRequire(import.meta.resolve('openapi-typescript')).resolve('@redocly/openapi-core/lib/ref-utils.js');
  const main = shake(read(path), ['parseRef', 'escapePointer'].map(asExport));
  const tools = shake(read(join(dirname(path), 'utils.js')), [...(main.members.get('utils_1') ?? [])].map(asExport));
  return main.text.replace(
    /^const utils_1 = require\([^)]*\);$/m,
    `const utils_1 = ((exports) => { ${tools.text}\nreturn exports; })({});`,
  );
}

/** The statements that the names need and `return` of an object with them; names that are types alone are passed over. */
function compilerParts(path: string, names: ReadonlySet<string>): string {
  const text = read(path);
  // `Name: () => Name2`, the table of the bundler that made the file.
  const table = new Map([...text.matchAll(/^ {2}(\w+): \(\) => (\w+),?$/gm)].map(([, name, local]) => [name, local]));
  const wanted = [...names].flatMap((name): [string, string][] => {
    const local = table.get(name);
    return local === undefined ? [] : [[name, local]];
  });
  const parts = shake(
    text,
    wanted.map(([, local]) => local),
  );
  return `${parts.text}\nreturn { ${wanted.map(([name, local]) => `${name}: ${local}`).join(', ')} };`;
}

const asExport = (name: string): string => `exports.${name}`;
const read = (path: string): string => readFileSync(path, 'utf8');
/** The modules that are joined here; any other requirement is left to the bundler. */
const withoutRequire = (text: string): string =>
  text.replace(/^(?:var|const) \w+ = require\('(?:@ts-morph\/common|\.\/typescript)'\);$/gm, '');
