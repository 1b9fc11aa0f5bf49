/**
 * Large outputs: the modules that grow with the document become folders of the same names, and `index.ts` of a folder has all that
 * the module had. What a document declares has one name in a module, so a file finds what it needs of its neighbours by name.
 */
import type { Api } from '../../model/api.js';
import type { Options } from '../../options.js';
import type { CodeFile, FileModel } from '../../print/file.js';
import { folder } from './folder.js';
import { COMMON, type Groups, operationGroups, schemaGroups } from './groups.js';

/** All files, those of the growing modules split where the document has more schemas and operations together than `splitAbove`. */
export function split(
  files: readonly FileModel[],
  api: Api,
  { splitAbove, recheck }: Pick<Options, 'splitAbove' | 'recheck'>,
): readonly FileModel[] {
  if (api.schemas.length + api.operations.length <= splitAbove) return files;
  const parts = partsOf(files, api);
  // What is openapi-typescript's is theirs to vouch for.
  return recheck ? parts : parts.map((file) => (file.path === 'paths.ts' ? file : { ...file, unchecked: true }));
}

function partsOf(files: readonly FileModel[], api: Api): readonly FileModel[] {
  const schemas = schemaGroups(api);
  const growing: ReadonlyMap<string, Groups> = new Map([
    ['operations', operationGroups(api)],
    ['types', schemas],
    ['validators', schemas],
  ]);
  return files.flatMap((file): readonly FileModel[] => {
    if (file.kind === 'text') return [file];
    const name = moduleOf(`./${file.path}`);
    const groups = growing.get(name);
    if (!groups) return [relinked(file, growing, './')];
    return folder(relinked(file, growing, '../'), name, (owner) => (owner && groups.get(owner)) ?? COMMON);
  });
}

const moduleOf = (from: string): string => from.replace(/^\.\/|\.[jt]s$/g, '');

/** With its imports and exports as they are seen from `base`, and those of modules that are folders now led to their indexes. */
function relinked(file: CodeFile, growing: ReadonlyMap<string, Groups>, base: './' | '../'): CodeFile {
  const link = (from: string): string =>
    from.replace(/^\.\//, base).replace(/\.js$/, growing.has(moduleOf(from)) ? '/index.js' : '.js');
  return {
    ...file,
    imports: file.imports.map((each) => ({ ...each, from: link(each.from) })),
    statements: file.statements.map((each) =>
      'kind' in each && each.kind === 're-export' ? { ...each, from: link(each.from) } : each,
    ),
  };
}
