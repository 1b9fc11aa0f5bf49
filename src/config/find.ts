/**
 * Finding, reading and checking the config file. Only the working directory is searched: a config can be a program,
 * and one that lies further up may be someone else's.
 */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { lilconfig } from 'lilconfig';
import { type Finding, type Position, quote } from '../diagnostics.js';
import { parseSettings } from '../load/settings.js';
import { byCodeUnits } from '../model/node.js';
import type { Options } from '../options.js';
import { configNames } from './names.js';
import { resolveConfig } from './resolve.js';
import { configNotFound, configSharedOutput, configUnreadable } from './rules.js';
import { type Locate, validateConfigs } from './validate.js';

export interface FoundConfig {
  /** One for each document; empty where there is a finding. */
  readonly entries: readonly Options[];
  /** Absolute path of the file, where there is one: `--watch` looks at it. */
  readonly file: string | undefined;
  readonly findings: readonly Finding[];
}

/** The config of the working directory, or the `explicit` one. */
export async function findConfig(cwd: string, explicit?: string): Promise<FoundConfig> {
  const display = (path: string): string => relative(cwd, path).replaceAll('\\', '/') || basename(path);
  let file = explicit === undefined ? undefined : resolve(cwd, explicit);
  const failed = (finding: Omit<Finding, 'rule' | 'at'>): FoundConfig => ({
    entries: [],
    file,
    findings: [{ rule: configUnreadable, at: '#', ...finding }],
  });

  let loaded: Loaded | undefined;
  try {
    const reader = lilconfig('specwright', {
      cache: false,
      stopDir: cwd,
      searchPlaces: [...configNames],
      ignoreEmptySearchPlaces: false,
      loaders: Object.fromEntries(
        ['.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '.yaml', '.yml'].map((ending) => [ending, loader(display)]),
      ),
    });
    const found = await (file === undefined ? reader.search(cwd) : reader.load(file));
    file ??= found?.filepath;
    loaded = found?.isEmpty ? { value: undefined, locate: start(display(found.filepath)) } : found?.config;
  } catch (error) {
    if (error instanceof Unreadable) return failed(error.finding);
    // A search that fails does not say on which file: a folder of that name, say.
    file ??= configNames.map((name) => join(cwd, name)).find((path) => existsSync(path));
    if (file === undefined) throw error;
    return failed({ message: reason(error), position: { file: display(file), line: 1, column: 1 } });
  }
  if (!loaded || file === undefined) return { entries: [], file, findings: [notFound()] };

  const { configs, findings } = validateConfigs(loaded.value, loaded.locate);
  const folder = dirname(file);
  const entries = configs.map((config) => resolveConfig(config, folder, cwd));
  const shared = sharedOutputs(entries, cwd, loaded.locate);
  return { entries: shared.length ? [] : entries, file, findings: [...findings, ...shared] };
}

function notFound(): Finding {
  const message = `no document is named, and none of ${configNames.join(', ')} is in the working directory`;
  return { rule: configNotFound, at: '#', message, position: { file: '.', line: 1, column: 1 } };
}

interface Loaded {
  readonly value: unknown;
  readonly locate: Locate;
}

/** Carries a finding through lilconfig, which knows only exceptions. */
class Unreadable extends Error {
  readonly finding: Omit<Finding, 'rule' | 'at'>;
  constructor(finding: Omit<Finding, 'rule' | 'at'>) {
    super(finding.message);
    this.finding = finding;
  }
}

function loader(display: (path: string) => string): (path: string, text: string) => Promise<Loaded> {
  return async (path, text) => {
    const file = display(path);
    if (/\.(?:json|ya?ml)$/.test(extname(path))) {
      const { value, problems, positionOf } = parseSettings(text.replace(/^\uFEFF/, ''), file);
      const problem = problems[0];
      if (problem) throw new Unreadable(problem);
      return { value, locate: positionOf };
    }
    // No cache on disk: what runs is what stands in the file. No cache in memory: `--watch` reads it again.
    // As long to load as all the rest of an unchanged run; JSON and YAML do without.
    const { createJiti } = await import('jiti');
    const jiti = createJiti(path, { fsCache: false, moduleCache: false });
    try {
      return { value: await jiti.import(path, { default: true }), locate: start(file) };
    } catch (error) {
      throw new Unreadable({ message: `it cannot be run: ${firstLine(error)}`, position: placeIn(error, path, file) });
    }
  };
}

/** Of a program's value only the file is known. */
function start(file: string): Locate {
  return () => ({ file, line: 1, column: 1 });
}

/** A syntax error names its place; of an exception only the file is sure, because what runs is not what was written. */
function placeIn(error: unknown, path: string, file: string): Position {
  const message = error instanceof Error ? error.message : '';
  const [, line, column] = /^:(\d+):(\d+)/.exec(message.split(path)[1] ?? '') ?? [];
  return { file, line: Number(line ?? 1), column: Number(column ?? 1) };
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return quote((text.split('\n').find((line) => line.trim() !== '') ?? '').trim());
}

/** lilconfig's own failures: it reads the file. */
function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'this is a folder';
  return `it cannot be read: ${firstLine(error)}`;
}

/** No two outputs may be one folder, or lie in one another: each would take the other's files for foreign. */
function sharedOutputs(entries: readonly Options[], cwd: string, locate: Locate): readonly Finding[] {
  const outputs = entries
    .map((entry, i) => ({ i, name: entry.output, path: resolve(cwd, entry.output).replaceAll('\\', '/') }))
    .sort((a, b) => byCodeUnits(`${a.path}/`, `${b.path}/`));
  const findings: Finding[] = [];
  let outer: (typeof outputs)[number] | undefined;
  for (const output of outputs) {
    if (outer && `${output.path}/`.startsWith(`${outer.path}/`)) {
      const message = `the outputs ${quote(outer.name)} and ${quote(output.name)} are one folder, or one inside the other`;
      const at = `#/${output.i}/output`;
      findings.push({ rule: configSharedOutput, at, message, position: locate(at, 'value') });
    } else outer = output;
  }
  return findings;
}
