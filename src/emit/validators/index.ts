/**
 * `validators.ts`: for each named schema a function that decides, a function that reports, and the `Validator` that holds both under
 * the name of the type. All of the runtime is under one namespace and all types are under another, so no name of the document meets one.
 */
import type { Api } from '../../model/api.js';
import type { NamedSchema, SchemaId } from '../../model/schema.js';
import { type Code, code, derived, name } from '../../print/code.js';
import type { Declaration, NamedDeclaration } from '../../print/declaration.js';
import type { Emitter } from '../emitter.js';
import { body } from './accept.js';
import { Facts } from './facts.js';
import { integers, integersName, withExactIntegers } from './integers.js';
import { report } from './report.js';
import { inPlace, spotAt } from './spot.js';
import { type Body, parameters, print } from './statement.js';
import { frame, type Hoisted, Unit } from './unit.js';

export { integersName } from './integers.js';

/** True where JSON of the schema must be read and written by `parseExact` and `stringifyExact`, with `integersName` of the declaration. */
export const hasExactIntegers = (id: SchemaId, api: Pick<Api, 'schemas'>): boolean => withExactIntegers(api.schemas).has(id);

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
  const facts = new Facts(schemas);
  const exact = withExactIntegers(schemas);
  const taken = new Set(schemas.map((named): string => named.id));
  return schemas.flatMap((named) =>
    declare(named, facts, taken, exact).map((declaration) => ({ ...declaration, owner: named.id })),
  );
}

function declare(
  named: NamedSchema,
  facts: Facts,
  taken: ReadonlySet<string>,
  exact: ReadonlySet<string>,
): readonly NamedDeclaration[] {
  const described = integers(named.schema, exact);
  const unit = new Unit(named, facts, taken);
  const { id, schema } = named;
  const type = code`types.${name(id)}`;
  const accepted = body(schema, frame(unit));
  const reported = report(schema, { value: code`value`, spot: inPlace(spotAt(code`at`, named.at), schema, '') }, frame(unit));
  const [decides, reports] = [print(accepted), print(reported)];
  const hoisted = needed(unit.hoisted, [decides.text, reports.text]).map(declareHoisted);
  const is = derived('is', id);
  const check = derived('check', id);
  const [value, place] = parameters(reported);
  return [
    ...hoisted,
    predicate(is, type, accepted, decides),
    {
      kind: 'function',
      name: check,
      parameters: [
        { name: value, type: code`unknown` },
        { name: place, type: code`runtime.Place` },
      ],
      returns: code`void`,
      body: reports,
    },
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

function predicate(is: Code, type: Code, accepted: Body, body: Code): NamedDeclaration {
  const [value] = parameters(accepted);
  return {
    kind: 'function',
    name: is,
    parameters: [{ name: value, type: code`unknown` }],
    returns: code`${value} is ${type}`,
    body,
  };
}

/** Without what was hoisted out of a test that then turned out to be decided. */
function needed(hoisted: readonly Hoisted[], texts: readonly string[]): readonly Hoisted[] {
  if (hoisted.length === 0) return hoisted;
  const byName = new Map(hoisted.map((each) => [each.name.text, each]));
  const found = new Set<Hoisted>();
  const work = [...texts];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    for (const [word] of next.matchAll(HOISTED)) {
      const each = byName.get(word);
      if (!each || found.has(each)) continue;
      found.add(each);
      if (each.kind === 'test') work.push(print(each.body).text);
    }
  }
  return hoisted.filter((each) => found.has(each));
}
/** The names that `Unit` gives. */
const HOISTED = /[\w$]+\$(?:test|pattern|value)\d+/g;

function declareHoisted(hoisted: Hoisted): NamedDeclaration {
  switch (hoisted.kind) {
    case 'test':
      return {
        kind: 'function',
        exported: false,
        name: hoisted.name,
        parameters: [{ name: parameters(hoisted.body)[0], type: code`unknown` }],
        returns: code`boolean`,
        body: print(hoisted.body),
      };
    case 'constant':
      return { kind: 'constant', exported: false, name: hoisted.name, type: hoisted.type, value: hoisted.value };
    default:
      return hoisted satisfies never;
  }
}
