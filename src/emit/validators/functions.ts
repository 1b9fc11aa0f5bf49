/** The functions of a unit as declarations, and before them what is hoisted out of them. */
import { type Code, code, eachMention } from '../../print/code.js';
import type { ConstantDeclaration, FunctionDeclaration, NamedDeclaration } from '../../print/declaration.js';
import { type Body, check, parameters, print } from './statement.js';
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
  return {
    kind: 'constant',
    exported,
    name,
    type: code`runtime.Check`,
    value: check(body),
  };
}

/** Without what was hoisted out of a test that then turned out to be decided. `names` are all that it mentions. */
export function withHoisted(
  unit: Unit,
  functions: readonly Callable[],
): { readonly declarations: readonly NamedDeclaration[]; readonly names: ReadonlySet<string> } {
  const names = new Set<string>();
  const add = (each: Callable): void => eachMention(each.kind === 'function' ? each.body : each.value, (name) => names.add(name));
  functions.forEach(add);
  const byName = new Map(unit.hoisted.map((each) => [each.name.text, each]));
  const declared = new Map<Hoisted, NamedDeclaration>();
  // A set gives what is added to it while it is walked.
  for (const name of names) {
    const each = byName.get(name);
    if (!each) continue;
    const declaration = declare(each);
    declared.set(each, declaration);
    if (declaration.kind === 'function') add(declaration);
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
