/** What emitted files declare: names that are taken for those that come after, and what `index.ts` exports. */
import { Names } from '../model/names.js';
import { byCodeUnits } from '../model/node.js';
import type { FileModel } from '../print/file.js';

/** The files whose declarations are public, one and all. */
export const publicFiles = (before: readonly FileModel[]): readonly FileModel[] =>
  MODULES.flatMap((path) => before.filter((file) => file.path === path));
const MODULES = ['client.ts', 'operations.ts', 'links.ts', 'pagination.ts', 'webhooks.ts'];

/** The exported names of a file, in order. */
export function declaredIn(file: FileModel): { readonly types: readonly string[]; readonly values: readonly string[] } {
  const declared = file.kind === 'code' ? file.statements.filter((each) => 'name' in each && each.exported !== false) : [];
  const namesOf = (...kinds: readonly string[]): readonly string[] =>
    declared.flatMap((each) => ('name' in each && kinds.includes(each.kind) ? [each.name.text] : [])).sort(byCodeUnits);
  return { types: namesOf('type'), values: namesOf('function', 'constant') };
}

/** Names for further functions beside those of the files so far: `index.ts` exports them all. */
export function namesBeside(before: readonly FileModel[]): Names {
  const names = new Names();
  names.claimAll(
    publicFiles(before).flatMap((file) =>
      declaredIn(file).values.map((name) => ({ source: name, style: 'function', at: `${file.path} ${name}`, pinned: name })),
    ),
  );
  return names;
}
