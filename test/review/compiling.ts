/** Many small programs compiled at once, each beside the client that was generated for it. */
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { generate } from '../../src/generate.js';
import { optionsFor } from '../document.js';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: [],
  noEmit: true,
};

export interface Program {
  readonly name: string;
  /** The document whose client is at `./api`. */
  readonly spec: string;
  readonly consumer: string;
}

/** The first compile error of each program, by name; a program that compiles is not among them. */
export async function failures(folder: string, programs: readonly Program[]): Promise<ReadonlyMap<string, string>> {
  const contents = new Map<string, string>([[join(folder, 'package.json'), '{ "type": "module" }']]);
  const roots = new Map<string, string>();
  for (const { name, spec, consumer } of programs) {
    const { files, diagnostics } = await generate(optionsFor(spec, { paths: false }));
    if (!files.length) throw new Error(`${name}: ${diagnostics.map((diagnostic) => diagnostic.message).join('; ')}`);
    const root = join(folder, name, 'consumer.ts');
    roots.set(name, root);
    contents.set(root, consumer);
    for (const { path, text } of files) {
      // The runtime is the same for all of them and is read once.
      contents.set(path.startsWith('runtime/') ? join(folder, path) : join(folder, name, 'api', path), text);
    }
  }
  const program = ts.createProgram({ rootNames: [...roots.values()], options, host: hostOf(folder, contents) });
  const failed = new Map<string, string>();
  for (const [name, root] of roots) {
    const file = program.getSourceFile(root);
    if (!file) throw new Error(`${root} is no part of the program`);
    const [first] = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    if (first) failed.set(name, ts.flattenDiagnosticMessageText(first.messageText, ' '));
  }
  return failed;
}

function hostOf(folder: string, contents: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const folders = new Set([...contents.keys()].map((path) => dirname(path)));
  const overlaid: ts.CompilerHost = {
    ...host,
    fileExists: (path) => contents.has(resolve(path)) || host.fileExists(path),
    readFile: (path) => contents.get(resolve(path)) ?? host.readFile(path),
    directoryExists: (path) => folders.has(resolve(path)) || (host.directoryExists?.(path) ?? false),
    getSourceFile: (path, language) => {
      const text = contents.get(resolve(path));
      return text === undefined ? host.getSourceFile(path, language) : ts.createSourceFile(path, text, language);
    },
  };
  return {
    ...overlaid,
    resolveModuleNameLiterals: (literals, from, _redirected, compilerOptions) =>
      literals.map(({ text }) => {
        const isRuntime = text.includes('/runtime/') && relative(folder, from).includes('/api/');
        const [name, base] = isRuntime ? [text.replace(/^.*\/runtime\//, './runtime/'), join(folder, 'index.ts')] : [text, from];
        return ts.resolveModuleName(name, base, compilerOptions, overlaid, undefined, undefined, ts.ModuleKind.ESNext);
      }),
  };
}
