/** The imports of a file: of what its emitter may need, that which its text uses. */
import { byCodeUnits } from '../model/node.js';
import type { Import } from './file.js';
import type { ImportedNames, ImportedNamespace } from './modules.js';

interface Module {
  readonly values: Set<string>;
  readonly types: Set<string>;
  /** By name; true where only its types are used. */
  readonly namespaces: Map<string, boolean>;
}

/**
 * One declaration for each module and form, sorted by module. A name that the text does not have is left out, and so is a type that
 * is imported as a value too.
 */
export function importsOf(imports: readonly Import[], text: string): readonly (ImportedNames | ImportedNamespace)[] {
  const modules = new Map<string, Module>();
  for (const { from, values = [], types = [], namespace, typeNamespace, isUsed } of imports) {
    const module: Module = modules.get(from) ?? { values: new Set(), types: new Set(), namespaces: new Map() };
    modules.set(from, module);
    for (const name of values) if (isUsed || has(text, name)) module.values.add(name);
    for (const name of types) if (isUsed || has(text, name)) module.types.add(name);
    if (typeNamespace !== undefined && has(text, typeNamespace, '.') && !module.namespaces.has(typeNamespace))
      module.namespaces.set(typeNamespace, true);
    if (namespace !== undefined && has(text, namespace, '.')) module.namespaces.set(namespace, false);
  }
  return [...modules].sort(([a], [b]) => byCodeUnits(a, b)).flatMap(([from, module]) => declarations(from, module));
}

function declarations(from: string, { values, types, namespaces }: Module): readonly (ImportedNames | ImportedNamespace)[] {
  const spaces = [...namespaces]
    .sort(([a], [b]) => byCodeUnits(a, b))
    .map(([name, isTypeOnly]) => ({ kind: 'import-namespace', from, name, isTypeOnly }) as const);
  if (values.size + types.size === 0) return spaces;
  return [...spaces, { kind: 'import-names', from, values: [...values], types: [...types] }];
}

/**
 * Whether the text has the word, and behind it what has to follow, outside of its comments, every line of which begins with a star. A word
 * inside a string literal counts as well: then an import that nothing uses may stay, which is better than one that is missing.
 */
function has(text: string, word: string, followedBy?: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    // Before the text and behind it stands NaN, which is no word character.
    if (isWordCharacter(text.charCodeAt(at - 1)) || isWordCharacter(text.charCodeAt(at + word.length))) continue;
    if (followedBy !== undefined && text[at + word.length] !== followedBy) continue;
    if (!/^[ \t]*\/?\*/.test(text.slice(text.lastIndexOf('\n', at) + 1, at))) return true;
  }
  return false;
}

/** Letters, digits, `_` and `$`. `unit` may be NaN, which stands before a text and behind it. */
const isWordCharacter = (unit: number): boolean => IS_WORD[unit] === true;
const IS_WORD: readonly boolean[] = Array.from({ length: 128 }, (_, unit) => /[\w$]/.test(String.fromCharCode(unit)));
