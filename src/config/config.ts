/** What a config file holds: the options of `options.ts`, all but the input optional, group by group. */
import type { Options } from '../options.js';

type Group = 'references' | 'limits' | 'schemas' | 'operations' | 'diagnostics' | 'review';

export type Config = { readonly input: string } & {
  readonly [K in Exclude<keyof Options, Group | 'input'>]?: Options[K];
} & { readonly [K in Group]?: Partial<Options[K]> };

/** The same for the library, where the input may also be a parsed document. */
export type GenerateOptions = Omit<Config, 'input'> & { readonly input: Options['input'] };

/** Returns its argument; editors complete and check it. One config, or a list of them for several documents. */
export function defineConfig<const T extends Config | readonly Config[]>(config: T): T {
  return config;
}
