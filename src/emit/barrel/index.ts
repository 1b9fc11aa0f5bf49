/** `index.ts`: everything public, re-exported by name, so that a reader sees the whole surface and a bundler drops what is not used. */
import type { Finding } from '../../diagnostics.js';
import type { ReExport } from '../../print/declaration.js';
import { declaredIn, publicFiles } from '../declared.js';
import type { Emitter } from '../emitter.js';
import { runtimeNameTaken } from './rules.js';
import { runtimeNames } from './runtime-names.js';

export const barrel: Emitter = {
  name: 'barrel',
  emit({ api, options, before }) {
    const has = (path: string): boolean => before.some((file) => file.path === path);
    const exported = api.schemas.filter((schema) => schema.origin !== 'inline');
    const schemas = new Map<string, string>(exported.map((schema) => [schema.id, schema.at]));
    const typesOfOperations = new Map<string, string>(
      api.operations.flatMap(({ typeName, at }) => OF_OPERATIONS.map((suffix) => [typeName + suffix, at])),
    );
    const findings: Finding[] = [];
    const isFree = (from: string, taken: readonly ReadonlyMap<string, string>[]) => (name: string) => {
      const at = taken.map((places) => places.get(name)).find((place) => place !== undefined);
      if (at === undefined) return true;
      findings.push({
        rule: runtimeNameTaken,
        at,
        on: 'key',
        message: `the runtime's ${name} is imported from ${from}, because ${name} is a type of the document`,
      });
      return false;
    };
    const statements: ReExport[] = [
      ...runtimeNames
        .filter(({ beside }) => beside === undefined || has(beside))
        .map(({ from, values, types }) => {
          const free = isFree(from, [schemas, typesOfOperations]);
          return reExport(from, values.filter(free), types.filter(free));
        }),
      reExport(
        './validators.js',
        exported.map((schema) => schema.id),
      ),
      ...publicFiles(before).map((file) => {
        const from = `./${file.path.replace(/\.ts$/, '.js')}`;
        const { values, types } = declaredIn(file);
        return reExport(from, values, types.filter(isFree(from, [schemas])));
      }),
      reExport('./paths.js', [], options.paths ? ['components', 'operations', 'paths', 'webhooks'] : []),
    ].filter(({ values, types }) => values?.length || types?.length);
    return { files: [{ kind: 'code', path: 'index.ts', imports: [], statements }], findings };
  },
};

const OF_OPERATIONS = ['Success', 'Error', 'Result', 'Input'];

const reExport = (from: string, values: readonly string[], types: readonly string[] = []): ReExport => ({
  kind: 're-export',
  from,
  values,
  types,
});
