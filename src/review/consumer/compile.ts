/** A caller's project compiled with other generated files than those that lie on the disk. Nothing is written. */
import { dirname, relative, resolve, sep } from 'node:path';
import type { GeneratedFile } from '../../print/file.js';
import type { Compiler, TypeScript } from './typescript.js';

export interface ConsumerProject {
  /** Absolute. */
  readonly tsconfig: string;
  /** The folder from which the project imports the generated code; absolute. It need not exist. */
  readonly output: string;
}

export interface CompileError {
  /** Relative to the folder of the tsconfig, with `/`. */
  readonly file: string;
  /** As the compiler has it. */
  readonly fileName: string;
  readonly line: number;
  readonly column: number;
  readonly code: number;
  readonly message: string;
  /** Offset in the file. */
  readonly start: number;
}

export interface Compilation {
  readonly program: TypeScript.Program;
  /** The caller's own files: neither generated nor from packages. */
  readonly files: readonly TypeScript.SourceFile[];
  readonly errors: readonly CompileError[];
  /** True of a path in the folder of the generated code. */
  isGenerated(path: string): boolean;
}

/** What the config itself is wrong about; then there is nothing to compile. */
export interface ConfigProblem {
  readonly problem: string;
}

export function compile(
  compiler: Compiler,
  project: ConsumerProject,
  generated: readonly GeneratedFile[],
): Compilation | ConfigProblem {
  const folder = dirname(project.tsconfig);
  const read = compiler.readConfigFile(project.tsconfig, compiler.sys.readFile);
  if (read.error) return { problem: textOf(compiler, read.error) };
  const parsed = compiler.parseJsonConfigFileContent(read.config, compiler.sys, folder, undefined, project.tsconfig);
  const [wrong] = parsed.errors.filter((error) => error.category === compiler.DiagnosticCategory.Error);
  if (wrong) return { problem: textOf(compiler, wrong) };

  const contents = new Map(generated.map(({ path, text }) => [resolve(project.output, path), text]));
  const isGenerated = (path: string): boolean => resolve(path).startsWith(project.output + sep);
  const options: TypeScript.CompilerOptions = { ...parsed.options, noEmit: true, composite: false, incremental: false };
  const host = overlay(compiler.createCompilerHost(options), contents, isGenerated, compiler);
  const rootNames = parsed.fileNames.filter((path) => !isGenerated(path));
  const program = compiler.createProgram({ rootNames, options, host });
  const files = program
    .getSourceFiles()
    .filter((file) => !isGenerated(file.fileName) && !file.isDeclarationFile && !program.isSourceFileFromExternalLibrary(file));
  const errors = files.flatMap((file) =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((diagnostic) =>
      errorOf(compiler, diagnostic, file, folder),
    ),
  );
  return { program, files, errors, isGenerated };
}

/** The generated folder is the given files and nothing else, whatever the disk has there. */
function overlay(
  host: TypeScript.CompilerHost,
  contents: ReadonlyMap<string, string>,
  isGenerated: (path: string) => boolean,
  compiler: Compiler,
): TypeScript.CompilerHost {
  const folders = new Set([...contents.keys()].flatMap(parentsOf));
  return {
    ...host,
    fileExists: (path) => (isGenerated(path) ? contents.has(resolve(path)) : host.fileExists(path)),
    readFile: (path) => (isGenerated(path) ? contents.get(resolve(path)) : host.readFile(path)),
    directoryExists: (path) => folders.has(resolve(path)) || (host.directoryExists?.(path) ?? true),
    // A link of the caller's must not lead around the overlay.
    realpath: (path) => (isGenerated(path) ? path : (host.realpath?.(path) ?? path)),
    getSourceFile: (path, language, onError, fresh) => {
      if (!isGenerated(path)) return host.getSourceFile(path, language, onError, fresh);
      const text = contents.get(resolve(path));
      return text === undefined ? undefined : compiler.createSourceFile(path, text, language);
    },
  };
}

function parentsOf(path: string): readonly string[] {
  const out: string[] = [];
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) out.push(folder);
  return out;
}

function errorOf(
  compiler: Compiler,
  diagnostic: TypeScript.Diagnostic,
  file: TypeScript.SourceFile,
  folder: string,
): CompileError {
  const start = diagnostic.start ?? 0;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return {
    file: relative(folder, file.fileName).replaceAll(sep, '/'),
    fileName: file.fileName,
    line: line + 1,
    column: character + 1,
    code: diagnostic.code,
    message: textOf(compiler, diagnostic),
    start,
  };
}

function textOf(compiler: Compiler, diagnostic: TypeScript.Diagnostic): string {
  return compiler.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
}
