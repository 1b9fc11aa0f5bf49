/**
 * `validators.ts`: for each named schema a function that decides, a function that reports, and the `Validator` that holds both under
 * the name of the type. All of the runtime is under one namespace and all types are under another, so no name of the document meets one.
 */
import type { NamedSchema } from '../../model/schema.js';
import { code, derived, name } from '../../print/code.js';
import { type Declaration, type NamedDeclaration, settle } from '../../print/declaration.js';
import type { Emitter } from '../emitter.js';
import { body } from './accept.js';
import { CalledFunctions } from './called-functions.js';
import { Facts } from './facts.js';
import { checkFunction, isFunction, withHoisted } from './functions.js';
import { type ExactIntegers, integers, integersName, withExactIntegers } from './integers.js';
import { report } from './report.js';
import { inPlace, spotAt } from './spot.js';
import { frame, Unit } from './unit.js';

export const validators: Emitter = {
  name: 'validators',
  emit: ({ api }) => ({
    files: [
      {
        kind: 'code',
        path: 'validators.ts',
        imports: [
          { from: './runtime/validation/index.js', namespace: 'runtime' },
          { from: './types.js', typeNamespace: 'types' },
        ],
        statements: declarations(api.schemas),
      },
    ],
  }),
};

export function declarations(schemas: readonly NamedSchema[]): readonly Declaration[] {
  const taken = new Set(schemas.map((named): string => named.id));
  const facts = new Facts(schemas);
  const exact = withExactIntegers(schemas);
  const called = new CalledFunctions(facts, taken);
  const named = schemas.flatMap((each) =>
    declare(each, new Unit(name(each.id), facts, taken), called, exact).map((declaration) => ({
      ...settle(declaration),
      owner: each.id,
    })),
  );
  return [...named, ...called.declarations()];
}

function declare(
  { id, schema, at }: NamedSchema,
  unit: Unit,
  called: CalledFunctions,
  exact: ExactIntegers,
): readonly NamedDeclaration[] {
  // Others refer to it by its name, even where no value ever reaches such an integer.
  const described = exact.has(id) ? (integers(schema, exact) ?? code`{}`) : undefined;
  const type = code`types.${name(id)}`;
  const is = derived('is', id);
  const check = derived('check', id);
  const spot = inPlace(spotAt(code`at`, at), schema, '');
  const { declarations: functions, names } = withHoisted(unit, [
    isFunction(is, body(schema, frame(unit)), type),
    checkFunction(check, report(schema, { value: code`value`, spot }, frame(unit))),
  ]);
  called.add(names);
  return [
    ...functions,
    ...(described ? [{ kind: 'constant', name: integersName(id), type: code`runtime.Integers`, value: described } as const] : []),
    { kind: 'type', name: name(id), type },
    {
      kind: 'constant',
      name: name(id),
      type: code`runtime.Validator<${name(id)}>`,
      value: code`/* @__PURE__ */ runtime.validator(${is}, ${check})`,
    },
  ];
}
