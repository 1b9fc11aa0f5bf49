/** The names of a config file, in the order in which they are looked for. */
export const configNames: readonly string[] = ['ts', 'js', 'mjs', 'json', 'yaml'].map((ending) => `specwright.config.${ending}`);
