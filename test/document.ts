/** Small documents for tests: the text of one in, its model and findings out. */
import { parse } from 'yaml';
import { load } from '../src/load/index.js';
import type { Api } from '../src/model/api.js';
import { buildApi } from '../src/model/build.js';
import { defaults, type Options } from '../src/options.js';

export interface Built {
  readonly api: Api;
  /** `level code pointer: message`, sorted: what the document is told. */
  readonly said: readonly string[];
}

/** The whole configuration, with the default of everything that is not given. */
export function optionsFor(input: Options['input'], options: Partial<Options> = {}): Options {
  return { ...defaults, ...options, input, output: 'output' };
}

/** `paths`, `components` and so on in YAML; `openapi` and `info` are added where they are absent. */
export async function apiOf(yaml: string, options: Partial<Options> = {}): Promise<Built> {
  const document: unknown = { openapi: '3.1.0', info: { title: 't', version: '1' }, ...parse(yaml) };
  if (typeof document !== 'object' || document === null) throw new TypeError('a document is a map');
  const full = optionsFor(document, options);
  const loaded = await load(full);
  if (!loaded.source) throw new Error(loaded.findings.map((finding) => finding.message).join('\n'));
  const { value, findings } = buildApi(loaded.source, full);
  const said = [...loaded.findings, ...findings].map(({ rule, at, message }) => `${rule.level} ${rule.code} ${at}: ${message}`);
  return { api: value, said: said.sort() };
}
