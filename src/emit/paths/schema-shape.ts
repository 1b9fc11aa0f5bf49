/** Schemas as openapi-typescript reads them. What it has no type for (`not`, `if`, `contains` …) it would pass over anyway. */
import { isObject } from '../../model/node.js';
import type { Json } from '../../model/schema.js';
import { flag, list, map, object, shown, text } from './combinators.js';
import { at, depthOf, key, type Shape } from './projector.js';

/** Boolean schemas become objects, because `'$ref' in true` throws. */
export const schema: Shape = (value, place, projector) => {
  if (value === true) return {};
  if (value === false) return { enum: [] };
  if (!isObject(value)) return undefined;
  if (typeof value['$ref'] === 'string') {
    const $ref = projector.reference('schemas', value['$ref'], place);
    const beside = comment(value, place, projector);
    return $ref === undefined ? {} : { ...(isObject(beside) && beside), $ref };
  }
  if (depthOf(place) > DEEPEST) return { $ref: projector.hoist('schemas', value, at(place)) };
  const made = schemaObject(value, place, projector);
  return isObject(made) ? withoutContradiction(made) : undefined;
};

/** Below as many levels a schema becomes a component: what prints the types recurses more deeply than our stack is. */
const DEEPEST = 100;

const TYPES: readonly unknown[] = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];
const type: Shape = (value) => {
  const types = (Array.isArray(value) ? value : [value]).filter((each: Json) => TYPES.includes(each));
  return types.length > 1 ? types : types[0];
};

/** openapi-typescript looks for discriminators everywhere, also in values, and throws at what is no schema there. */
const isHarmless = (value: Json): boolean => !/"(?:allOf|discriminator)"/.test(JSON.stringify(value));
const value: Shape = (given, place, projector) => {
  if (projector.isInexact(place)) return undefined;
  if (isHarmless(given)) return given;
  projector.leaveOut(place, 'a value with such members');
  return undefined;
};

/** Without one of its values an enumeration would refuse it: then it is not shown at all, as in the model. */
const values: Shape = (given, place, projector) => {
  const isInexact = Array.isArray(given) && given.some((_, i) => projector.isInexact({ up: place, key: i }));
  return isInexact ? undefined : list(value)(given, place, projector);
};

const additionalProperties: Shape = (given, place, projector) =>
  typeof given === 'boolean' ? given : schema(given, place, projector);

const discriminator: Shape = (given, place, projector) => {
  if (!isObject(given) || typeof given['propertyName'] !== 'string') return undefined;
  const mapping = isObject(given['mapping']) ? Object.entries(given['mapping']) : [];
  const entries = mapping.flatMap(([selects, target]): [string, string][] => {
    if (typeof target !== 'string') return [];
    const name = /^[^#/]+$/.test(target) ? `#/components/schemas/${target}` : target;
    const reference = projector.reference('schemas', name, { up: place, key: 'mapping' });
    return reference === undefined ? [] : [[selects, reference]];
  });
  return { propertyName: key(given['propertyName']), ...(entries.length > 0 && { mapping: Object.fromEntries(entries) }) };
};

const commentFields: Readonly<Record<string, Shape>> = { title: text, description: text, deprecated: flag };
const comment = object(commentFields);
const schemaObject = object({
  ...commentFields,
  format: text,
  default: shown,
  example: shown,
  examples: list(shown),
  readOnly: flag,
  writeOnly: flag,
  type,
  enum: values,
  const: value,
  required: list((given) => (typeof given === 'string' ? key(given) : undefined)),
  properties: map((...of) => schema(...of), 'members'),
  patternProperties: map((...of) => schema(...of), 'members'),
  additionalProperties,
  items: (...of) => schema(...of),
  prefixItems: list((...of) => schema(...of)),
  allOf: list((...of) => schema(...of)),
  anyOf: list((...of) => schema(...of)),
  oneOf: list((...of) => schema(...of)),
  discriminator,
});

/** With `enum` beside `type: object`, values would be read as schemas; `null` would join an `enum` that does not have it. */
function withoutContradiction(made: { readonly [name: string]: Json }): Json {
  const { type: given, ...rest } = made;
  if (rest['const'] === null) return { ...rest, enum: [null] };
  const values = rest['enum'];
  if (!Array.isArray(values)) return made;
  const { properties: _properties, additionalProperties: _more, ...enumeration } = rest;
  const types = (Array.isArray(given) ? given : [given]).filter(
    (each) => each !== undefined && each !== 'object' && (each !== 'null' || values.includes(null)),
  );
  return types.length > 0 ? { ...enumeration, type: types } : enumeration;
}
