/** `index.ts`: everything public, re-exported by name, so that a reader sees the whole surface and a bundler drops what is not used. */
import type { Finding } from '../../diagnostics.js';
import type { Operation } from '../../model/api.js';
import type { ReExport } from '../../print/declaration.js';
import type { Emitter } from '../emitter.js';
import { runtimeNameTaken } from './rules.js';
import { runtimeNames } from './runtime-names.js';

export const barrel: Emitter = {
  name: 'barrel',
  emit({ api, options, before }) {
    const has = (path: string): boolean => before.some((file) => file.path === path);
    const exported = api.schemas.filter((schema) => schema.origin !== 'inline');
    const places = new Map<string, string>(exported.map((schema) => [schema.id, schema.at]));
    const findings: Finding[] = [];
    const isFree = (from: string) => (name: string) => {
      const at = places.get(name);
      if (at === undefined) return true;
      findings.push({
        rule: runtimeNameTaken,
        at,
        on: 'key',
        message: `the runtime's ${name} is imported from ${from}, because ${name} is this schema's type`,
      });
      return false;
    };
    const statements: ReExport[] = [
      ...runtimeNames
        .filter(({ beside }) => beside === undefined || has(beside))
        .map(({ from, values, types }) => {
          const free = isFree(from);
          return reExport(from, values.filter(free), types.filter(free));
        }),
      reExport(
        './validators.js',
        exported.map((schema) => schema.id),
      ),
      reExport(
        './operations.js',
        api.operations.map((operation) => operation.name),
        api.operations.flatMap(typesOf),
      ),
      reExport('./paths.js', [], options.paths ? ['components', 'operations', 'paths', 'webhooks'] : []),
    ].filter(({ values, types }) => values?.length || types?.length);
    return { files: [{ kind: 'code', path: 'index.ts', imports: [], statements }], findings };
  },
};

const reExport = (from: string, values: readonly string[], types: readonly string[] = []): ReExport => ({
  kind: 're-export',
  from,
  values,
  types,
});

const typesOf = ({ typeName }: Operation): readonly string[] =>
  ['Error', 'Input', 'Result', 'Success'].map((suffix) => typeName + suffix);
