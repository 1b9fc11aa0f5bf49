/** Keywords about objects. @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2 */
import { quote } from '../../../diagnostics.js';
import { byCodeUnits, describe, type Node } from '../../node.js';
import { unusableMember } from '../../rules.js';
import type { ObjectSchema, Property, Schema } from '../../schema.js';
import { isSlow } from '../backtracking/slow.js';
import { duplicateEnumValue, unsatisfiable } from '../rules.js';
import { accessOf } from './access.js';
import { readPattern } from './pattern.js';
import { count, names, optional, type Reading } from './reading.js';

export const OBJECT_KEYWORDS = [
  ...(['properties', 'patternProperties', 'additionalProperties', 'propertyNames', 'required'] as const),
  ...(['minProperties', 'maxProperties', 'dependentRequired', 'dependentSchemas'] as const),
] as const;

export function readObject(reading: Reading, typed: boolean): ObjectSchema {
  const { node } = reading;
  const additional = optional(reading, 'additionalProperties');
  const propertyNames = optional(reading, 'propertyNames');
  const minProperties = count(node, 'minProperties');
  const maxProperties = count(node, 'maxProperties');
  if (minProperties !== undefined && maxProperties !== undefined && minProperties > maxProperties) {
    node.context.report(unsatisfiable, node.at, `no object has at least ${minProperties} and at most ${maxProperties} members`);
  }
  const patternProperties = readPatternProperties(reading);
  // A pattern that cannot be tested may be that of any other member.
  const isWhole = patternProperties.length === names(node, 'patternProperties').length;
  const additionalProperties = (isWhole ? additional : undefined) ?? { kind: 'any', at: node.at };
  return {
    kind: 'object',
    at: node.at,
    typed,
    properties: readProperties(reading, patternProperties, additionalProperties),
    patternProperties,
    additionalProperties,
    additionalImplied: additional === undefined || !isWhole,
    dependentRequired: names(node, 'dependentRequired')
      .toSorted(byCodeUnits)
      .flatMap((name) => {
        const requires = node.object('dependentRequired')?.strings(name);
        return requires ? [{ name, requires: requires.toSorted(byCodeUnits) }] : [];
      }),
    dependentSchemas: names(node, 'dependentSchemas')
      .toSorted(byCodeUnits)
      .map((name) => ({ name, schema: reading.schema('dependentSchemas', name) })),
    ...(propertyNames && { propertyNames }),
    ...(minProperties !== undefined && { minProperties }),
    ...(maxProperties !== undefined && { maxProperties }),
  };
}

type PatternProperties = ObjectSchema['patternProperties'];

function readPatternProperties(reading: Reading): PatternProperties {
  const { node } = reading;
  return names(node, 'patternProperties')
    .toSorted(byCodeUnits)
    .flatMap((source) => {
      const pattern = readPattern(node.context, source, node.pointer('patternProperties', source), 'key');
      const schema = reading.schema('patternProperties', source);
      return pattern ? [{ pattern, schema }] : [];
    });
}

function readProperties(reading: Reading, patterns: PatternProperties, additional: Schema): readonly Property[] {
  const { node } = reading;
  const declared = new Set(names(node, 'properties'));
  const map = declared.size > 0 ? node.object('properties') : undefined;
  const required = readRequired(node);
  return [...new Set([...declared, ...required])].sort(byCodeUnits).map((name) => {
    if (!declared.has(name)) {
      const isMatched = patterns.some(({ pattern }) => !isSlow(pattern) && new RegExp(pattern.source, pattern.flags).test(name));
      const schema: Schema = isMatched ? { kind: 'any', at: node.at } : additional;
      return { name, schema, required: true, additional: true, at: node.pointer('required') };
    }
    const at = node.pointer('properties', name);
    const access = accessOf(node.context, at, map?.get(name));
    return { name, ...reading.property(name), required: required.has(name), at, ...(access && { access }) };
  });
}

function readRequired(node: Node): ReadonlySet<string> {
  // The form of older drafts, in which a property said it of itself.
  if (typeof node.get('required') === 'boolean') {
    const message = `expected a list of names, found ${describe(node.get('required') ?? null)}`;
    node.context.report(unusableMember, node.pointer('required'), message);
    return new Set();
  }
  const list = node.strings('required') ?? [];
  const seen = new Set<string>();
  list.forEach((name, i) => {
    if (seen.has(name)) node.context.report(duplicateEnumValue, node.pointer('required', i), `${quote(name)} is required twice`);
    seen.add(name);
  });
  return seen;
}
