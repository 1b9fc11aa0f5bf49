/** The rules of the house: which way imports point, where packages and the outside world are allowed, what no file may hold. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { templateNames } from '../src/print/templates.js';

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Without comments. */
  readonly code: string;
  readonly imports: readonly Imported[];
}
interface Imported {
  /** A package's name, or a path relative to the project. */
  readonly from: string;
  readonly typeOnly: boolean;
}

const files = [...filesBelow('src'), ...filesBelow('templates/runtime')].filter((path) => path.endsWith('.ts')).map(read);
const sources = files.filter(({ path }) => path.startsWith('src/'));
const runtime = files.filter(({ path }) => path.startsWith('templates/'));

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `${folder}/${path.replaceAll('\\', '/')}`);
}

function read(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
  const imports = [
    ...code.matchAll(/^(?:import|export)\s+(type\s)?[^;'"]*?from '([^']+)'|import\('([^']+)'\)|^import '([^']+)'/gm),
  ].map(
    ([, type, from, lazy, bare]): Imported => ({
      from: resolved(path, from ?? lazy ?? bare ?? ''),
      typeOnly: type !== undefined,
    }),
  );
  return { path, text, code, imports };
}

function resolved(path: string, from: string): string {
  if (from.startsWith('.')) return posix.join(posix.dirname(path), from).replace(/\.js$/, '.ts');
  return from.startsWith('node:')
    ? from
    : from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/');
}

/** The stage of a file: its folder below `src`, or the file itself where it stands in `src`. */
const stageOf = (path: string): string => path.split('/')[1]?.replace(/\.ts$/, '') ?? '';

describe('imports point one way', () => {
  /** For each stage, those that it may import. Types of `load/source.ts` are the model's input, so they go everywhere. */
  const below: Readonly<Record<string, readonly string[]>> = {
    diagnostics: [],
    options: ['diagnostics'],
    'templates-folder': [],
    load: ['diagnostics', 'options', 'model'],
    model: ['diagnostics', 'options', 'load'],
    print: ['model', 'templates-folder'],
    emit: ['diagnostics', 'options', 'load', 'model', 'print', 'templates-folder'],
    review: ['diagnostics', 'options', 'load', 'model', 'print', 'emit'],
    diagnose: ['diagnostics', 'options', 'load', 'model'],
    generate: ['diagnose', 'diagnostics', 'options', 'load', 'model', 'print', 'emit'],
    config: ['diagnostics', 'options', 'load', 'model'],
    output: ['diagnostics', 'options', 'model', 'print', 'load'],
    index: ['config', 'diagnostics', 'diagnose', 'generate', 'options', 'print'],
  };

  test.each(sources.filter(({ path }) => stageOf(path) !== 'cli'))('$path', ({ path, imports }) => {
    const stage = stageOf(path);
    const allowed = below[stage];
    expect(allowed, `the stage ${stage} has no row in this test`).toBeDefined();
    const inner = imports.filter(({ from }) => from.startsWith('src/') && stageOf(from) !== stage);
    expect(inner.filter(({ from }) => !allowed?.includes(stageOf(from)))).toEqual([]);
    // The model knows of `load` what a `Source` is, and of how it is made nothing; the other way `load` knows the tools for nodes.
    if (stage === 'model')
      expect(inner.filter(({ from }) => stageOf(from) === 'load' && from !== 'src/load/source.ts')).toEqual([]);
    if (stage === 'load')
      expect(
        inner.filter(({ from, typeOnly }) => stageOf(from) === 'model' && !typeOnly && from !== 'src/model/node.ts'),
      ).toEqual([]);
  });

  test('the copied runtime imports itself alone', () => {
    for (const { path, imports } of runtime)
      expect(
        imports.filter(({ from }) => !from.startsWith('templates/runtime/')),
        path,
      ).toEqual([]);
  });
});

describe('each package has one home', () => {
  const homes: Readonly<Record<string, readonly string[]>> = {
    yaml: ['src/load/'],
    'js-yaml': ['src/load/'],
    ajv: ['src/load/'],
    'jsonpath-rfc9535': ['src/load/'],
    '@apidevtools/swagger-parser': ['src/load/'],
    'openapi-typescript': ['src/emit/paths/'],
    'ts-morph': ['src/print/'],
    handlebars: ['src/print/template-'],
    typescript: ['src/output/layout.ts', 'src/review/consumer/'],
    diff: ['src/output/'],
    jiti: ['src/config/'],
    lilconfig: ['src/config/'],
    chokidar: ['src/cli/'],
    commander: ['src/cli/'],
    picocolors: ['src/cli'],
  };

  test('and no other package is used', () => {
    const used = new Set(
      sources
        .flatMap(({ imports }) => imports.map(({ from }) => from))
        .filter((from) => !/^(?:src\/|node:|package\.json)/.test(from)),
    );
    expect([...used].filter((name) => !Object.hasOwn(homes, name))).toEqual([]);
  });
  test.each(Object.entries(homes))('%s', (name, folders) => {
    const strangers = sources.filter(
      ({ path, imports }) =>
        imports.some(({ from, typeOnly }) => from === name && !typeOnly) && !folders.some((folder) => path.startsWith(folder)),
    );
    expect(strangers.map(({ path }) => path)).toEqual([]);
  });
  test('the heavy ones are loaded when they are needed', () => {
    const eager = sources.filter(({ code }) =>
      /^import (?!type)[^;]*from '(?:openapi-typescript|typescript|chokidar|jiti|diff|@apidevtools\/swagger-parser)'/m.test(code),
    );
    // Each of these is itself imported lazily.
    const lazy = ['src/cli/watch.ts', 'src/config/find.ts', 'src/emit/paths/transform.ts', 'src/output/drift.ts'];
    expect(eager.map(({ path }) => path).filter((path) => !lazy.includes(path))).toEqual([]);
  });
});

describe('the outside world is met in few places', () => {
  test('the file system', () => {
    const homes = [
      'src/load/',
      'src/output/',
      'src/config/',
      'src/cli',
      'src/print/template-files.ts',
      'src/emit/runtime/',
      'src/review/consumer/',
    ];
    const users = sources.filter(({ imports }) => imports.some(({ from }) => /^node:fs/.test(from)));
    expect(users.map(({ path }) => path).filter((path) => !homes.some((home) => path.startsWith(home)))).toEqual([]);
  });
  test('the process', () => {
    const users = sources.filter(({ code }) => /\bprocess\.|\bconsole\./.test(code));
    expect(users.map(({ path }) => path).filter((path) => !path.startsWith('src/cli'))).toEqual([]);
  });
  test('the clock and chance, which no output may depend on', () => {
    const users = sources.filter(({ code }) => /\bDate\.now|new Date\(|Math\.random|performance\.|randomUUID/.test(code));
    expect(users.map(({ path }) => path).filter((path) => !/^src\/(?:cli|output|review)/.test(path))).toEqual([]);
  });
  test('code made at run time', () => {
    expect(files.filter(({ code }) => /\beval\(|new Function\(/.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

describe('strings of the document become code in one place', () => {
  test('`Code.trust` is for print/code.ts alone', () => {
    expect(sources.filter(({ code }) => /\btrust\b/.test(code)).map(({ path }) => path)).toEqual(['src/print/code.ts']);
  });
  test('`code` is called as a function by the templates alone, which know the parts', () => {
    expect(
      sources
        .filter(
          ({ code }) => /import \{[^}]*\bcode\b[^}]*\} from '[^']*code\.js'/.test(code) && /(?<!function )\bcode\(/.test(code),
        )
        .map(({ path }) => path),
    ).toEqual(['src/print/templates.ts']);
  });
  test('identifiers are made by model/names.ts alone', () => {
    expect(sources.filter(({ code }) => /\bas (?:Identifier|SchemaId)\b/.test(code)).map(({ path }) => path)).toEqual([
      'src/model/names.ts',
    ]);
  });
  test('the document itself is read by the emitter of paths.ts alone', () => {
    const readers = sources.filter(
      ({ path, code }) =>
        path.startsWith('src/emit/') && /\bsource\b[.,\s}]/.test(code) && /EmitInput|emit\(\{[^}]*source/.test(code),
    );
    expect(readers.filter(({ code }) => /emit\(\{[^}]*\bsource\b/.test(code)).map(({ path }) => path)).toEqual([
      'src/emit/paths/index.ts',
    ]);
  });
});

describe('templates', () => {
  const templates = filesBelow('templates').filter((path) => path.endsWith('.hbs'));
  test('are known by name', () => {
    expect(templates.map((path) => path.slice('templates/'.length, -'.hbs'.length)).sort()).toEqual([...templateNames].sort());
  });
  test.each(templates)('%s neither decides nor prints raw', (path) => {
    expect(readFileSync(path, 'utf8')).not.toMatch(/\{\{\{|\{\{[#^>&]/);
  });
});

describe('files', () => {
  test('are short', () => {
    const lengths = files.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(lengths.filter(({ path, lines }) => lines > 350 && !path.endsWith('/rules.ts'))).toEqual([]);
    // One thought each: what needs more than a screen or two is rare.
    const long = lengths.filter(({ path, lines }) => lines > 250 && !path.endsWith('/rules.ts'));
    expect(long.length / files.length, JSON.stringify(long)).toBeLessThan(0.03);
  });
  test('hide no doubt', () => {
    const doubts = files.filter(({ code }) => /\bas any\b|: any\b|@ts-ignore|@ts-nocheck|<any>/.test(code));
    expect(doubts.map(({ path }) => path)).toEqual([]);
  });
});
