/** A module as a folder: a file for each group of its declarations, and an index that has all of them. */
import type { Identifier } from '../../model/identifier.js';
import { byCodeUnits } from '../../model/node.js';
import type { Code } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';
import type { CodeFile, Import } from '../../print/file.js';
import { eachWord, Names } from './words.js';

type Statement = Declaration | Code;

/** Where a name is declared. */
interface Home {
  readonly group: string;
  readonly isType: boolean;
}

/** `module` has its imports as a file of the folder `name` has them. `groupOf` takes the owner of a declaration. */
export function folder(module: CodeFile, name: string, groupOf: (owner: Identifier | undefined) => string): readonly CodeFile[] {
  const parts = new Map<string, Statement[]>();
  const homes = new Map<string, Home>();
  for (const statement of module.statements) {
    const group = groupOf('owner' in statement ? statement.owner : undefined);
    const part = parts.get(group);
    if (part) part.push(statement);
    else parts.set(group, [statement]);
    if (!('name' in statement)) continue;
    const isType = statement.kind === 'type' && (homes.get(statement.name.text)?.isType ?? true);
    homes.set(statement.name.text, { group, isType });
  }
  const groups = [...parts].sort(([a], [b]) => byCodeUnits(a, b));
  const names = new Names(homes.keys());
  const foreign = groups.map(([group, statements]) => foreignWords(group, statements, homes, names));
  const shared = new Set(foreign.flatMap((words) => [...words]));
  const files = groups.map(
    ([group, statements], i): CodeFile => ({
      kind: 'code',
      path: `${name}/${group}.ts`,
      imports: [...module.imports, ...importsOf(foreign[i] ?? new Set(), homes)],
      statements: statements.map((each) => ('name' in each && shared.has(each.name.text) ? { ...each, exported: true } : each)),
    }),
  );
  return [indexOf(name, groups), ...files];
}

/** What a part mentions of the others. */
function foreignWords(
  group: string,
  statements: readonly Statement[],
  homes: ReadonlyMap<string, Home>,
  names: Names,
): ReadonlySet<string> {
  const words = new Set<string>();
  for (const statement of statements) {
    if (!('kind' in statement)) continue;
    eachWord(statement, names, (word) => {
      const home = homes.get(word);
      if (home && home.group !== group) words.add(word);
    });
  }
  return words;
}

function importsOf(words: ReadonlySet<string>, homes: ReadonlyMap<string, Home>): readonly Import[] {
  return [...words].flatMap((word) => {
    const home = homes.get(word);
    return home ? [{ from: `./${home.group}.js`, [home.isType ? 'types' : 'values']: [word], isUsed: true }] : [];
  });
}

function indexOf(name: string, groups: readonly (readonly [string, readonly Statement[]])[]): CodeFile {
  const statements = groups.map(
    ([group, statements]): Declaration => ({
      kind: 'export-all',
      from: `./${group}.js`,
      isTypeOnly: statements.every((each) => 'kind' in each && each.kind === 'type'),
    }),
  );
  return { kind: 'code', path: `${name}/index.ts`, imports: [], statements };
}
