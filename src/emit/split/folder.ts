/** A module as a folder: a file for each group of its declarations, and an index that has all of them. */
import type { Identifier } from '../../model/identifier.js';
import { byCodeUnits } from '../../model/node.js';
import { type Code, eachMention } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';
import type { CodeFile, Import } from '../../print/file.js';

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
  const foreign = groups.map(([group, statements]) => foreignNames(group, statements, homes));
  const shared = new Set(foreign.flatMap((names) => [...names]));
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
function foreignNames(group: string, statements: readonly Statement[], homes: ReadonlyMap<string, Home>): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of statements) {
    if (!('kind' in statement)) continue;
    for (const each of codesOf(statement)) {
      eachMention(each, (name) => {
        const home = homes.get(name);
        if (home && home.group !== group) names.add(name);
      });
    }
  }
  return names;
}

function codesOf(declaration: Declaration): readonly Code[] {
  switch (declaration.kind) {
    case 'type':
      return [declaration.type];
    case 'function':
      return [declaration.returns, ...declaration.parameters.map(({ type }) => type), declaration.body];
    case 'constant':
      return [...(declaration.type ? [declaration.type] : []), declaration.value];
    case 're-export':
    case 'export-all':
      return [];
    default:
      return declaration satisfies never;
  }
}

function importsOf(names: ReadonlySet<string>, homes: ReadonlyMap<string, Home>): readonly Import[] {
  return [...names].flatMap((name) => {
    const home = homes.get(name);
    return home ? [{ from: `./${home.group}.js`, [home.isType ? 'types' : 'values']: [name], isUsed: true }] : [];
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
