/** A config made complete: defaults for what it leaves out, and its paths, which are relative to its file, relative to the working directory. */
import { isAbsolute, join, posix, relative, resolve } from 'node:path';
import { defaults, type Options } from '../options.js';
import type { Config, GenerateOptions } from './config.js';

/** Defaults filled in; paths as they are. */
export function complete(config: GenerateOptions): Options {
  return {
    ...defaults,
    ...defined(config),
    input: config.input,
    output: config.output ?? defaultOutput(config.input),
    references: { ...defaults.references, ...defined(config.references) },
    limits: { ...defaults.limits, ...defined(config.limits) },
    schemas: { ...defaults.schemas, ...defined(config.schemas) },
    operations: { ...defaults.operations, ...defined(config.operations) },
    diagnostics: { ...defaults.diagnostics, ...defined(config.diagnostics) },
    review: { ...defaults.review, ...defined(config.review) },
  };
}

/** `configFolder` and `cwd` are absolute. */
export function resolveConfig(config: Config, configFolder: string, cwd: string): Options {
  const options = complete(config);
  const local = (path: string): string => (isElsewhere(path) ? path : relative(cwd, resolve(configFolder, path)) || '.');
  return {
    ...options,
    input: typeof options.input === 'string' ? local(options.input) : options.input,
    output: local(options.output),
    overlays: options.overlays.map(local),
    references: { ...options.references, folders: options.references.folders.map(local) },
  };
}

/** `generated/` and the name of the document without its ending: `spec/iam_api.yaml` goes to `generated/iam_api`. */
export function defaultOutput(input: Options['input']): string {
  const name = typeof input === 'string' ? input.replaceAll('\\', '/').replace(/[?#].*$/, '') : '';
  const stem = posix
    .basename(name)
    .replace(/\.(?:ya?ml|json)$/i, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return join('generated', stem || 'api');
}

/** Standard input, or another host. A drive letter of Windows is no scheme. */
function isElsewhere(input: string): boolean {
  return input === '-' || (/^[a-z][a-z\d+.-]+:/i.test(input) && !isAbsolute(input));
}

/** Without the members that are undefined, so that they do not hide a default. */
function defined<T extends object>(value: T | undefined): Partial<T> {
  if (value === undefined) return {};
  const copy: Partial<T> = { ...value };
  for (const key of Object.keys(copy)) if (isKey(copy, key) && copy[key] === undefined) delete copy[key];
  return copy;
}
function isKey<T extends object>(value: T, key: string): key is keyof T & string {
  return Object.hasOwn(value, key);
}
