/** `index.ts`: everything public, re-exported by name, so that a reader sees the whole surface and a bundler drops what is not used. */
import type { Finding } from '../../diagnostics.js';
import { byCodeUnits } from '../../model/node.js';
import type { ReExport } from '../../print/declaration.js';
import type { FileModel } from '../../print/file.js';
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
      ...MODULES.flatMap((path) => declaredIn(path, before, isFree)),
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

/** The emitted modules whose declarations are public, one and all. */
const MODULES = ['client.ts', 'operations.ts', 'links.ts', 'pagination.ts', 'webhooks.ts'];

function declaredIn(
  path: string,
  before: readonly FileModel[],
  isFree: (from: string) => (name: string) => boolean,
): readonly ReExport[] {
  const from = `./${path.replace(/\.ts$/, '.js')}`;
  return before.flatMap((file) => {
    if (file.path !== path || file.kind !== 'code') return [];
    const declared = file.statements.filter((statement) => 'name' in statement && statement.exported !== false);
    const types = declared.flatMap((each) => ('kind' in each && each.kind === 'type' ? [each.name.text] : []));
    const values = declared.flatMap((each) =>
      'kind' in each && (each.kind === 'function' || each.kind === 'constant') ? [each.name.text] : [],
    );
    return [reExport(from, values.sort(byCodeUnits), types.sort(byCodeUnits).filter(isFree(from)))];
  });
}
