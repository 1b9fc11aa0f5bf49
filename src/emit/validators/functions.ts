/** The functions of a unit as declarations, and before them what is hoisted out of them. */
import { type Code, code } from '../../print/code.js';
import type { ConstantDeclaration, FunctionDeclaration, NamedDeclaration } from '../../print/declaration.js';
import { endOfWord, isWordCharacter } from '../../print/words.js';
import { type Body, parameters, print } from './statement.js';
import type { Hoisted, Unit } from './unit.js';

export type Callable = FunctionDeclaration | ConstantDeclaration;

/** With a type, a predicate, which is exported. */
export function isFunction(name: Code, body: Body, type?: Code): FunctionDeclaration {
  const [value] = parameters(body);
  return {
    kind: 'function',
    exported: type !== undefined,
    name,
    parameters: [{ name: value, type: code`unknown` }],
    returns: type === undefined ? code`boolean` : code`${value} is ${type}`,
    body: print(body),
  };
}

export function checkFunction(name: Code, body: Body, exported = true): ConstantDeclaration {
  const [value, place] = parameters(body);
  const statements = print([...body, code`return issues;`]);
  return {
    kind: 'constant',
    exported,
    name,
    type: code`runtime.Check`,
    value: code`(${value}, ${place}, issues) => {
  ${statements}
}`,
  };
}

/** Without what was hoisted out of a test that then turned out to be decided. `names` are those with a `$` that all of it mentions. */
export function withHoisted(
  unit: Unit,
  functions: readonly Callable[],
): { readonly declarations: readonly NamedDeclaration[]; readonly names: ReadonlySet<string> } {
  const names = new Set(functions.flatMap((each) => namesIn(textOf(each))));
  const byName = new Map(unit.hoisted.map((each) => [each.name.text, each]));
  const declared = new Map<Hoisted, NamedDeclaration>();
  // A set gives what is added to it while it is walked.
  for (const word of names) {
    const each = byName.get(word);
    if (!each) continue;
    const declaration = declare(each);
    declared.set(each, declaration);
    if (declaration.kind === 'function') for (const other of namesIn(textOf(declaration))) names.add(other);
  }
  return { declarations: [...unit.hoisted.flatMap((each) => declared.get(each) ?? []), ...functions], names };
}

function declare(hoisted: Hoisted): NamedDeclaration {
  switch (hoisted.kind) {
    case 'test':
      return isFunction(hoisted.name, hoisted.body);
    case 'constant':
      return { kind: 'constant', exported: false, name: hoisted.name, type: hoisted.type, value: hoisted.value };
    default:
      return hoisted satisfies never;
  }
}

const textOf = (declaration: Callable): string =>
  declaration.kind === 'function' ? declaration.body.text : declaration.value.text;

/** The words of a text that have a `$`: names that we have given, all of them. */
function namesIn(text: string): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at)) {
    let start = at;
    while (start > 0 && isWordCharacter(text.charCodeAt(start - 1))) start--;
    at = endOfWord(text, at);
    found.push(text.slice(start, at));
  }
  return found;
}
