/** What building schemas can have to say. */
import type { Rule } from '../../diagnostics.js';

const PATCH = 'Correct the document, or patch it with an overlay.';

function rule(code: string, level: Rule['level'], summary: string, action: string, remedy: string = PATCH): Rule {
  return { code, level, summary, action, remedy };
}

export const invalidKeywordValue = rule(
  'invalid-keyword-value',
  'warning',
  'A keyword of a schema has a value of the right type that means nothing: a negative length, an empty list of types, a name that is no type.',
  'The keyword is ignored, so that more values are accepted.',
);

export const typeIsObject = rule(
  'type-is-object',
  'warning',
  '`type` holds an object where the name of a type belongs.',
  'The keyword is ignored, so that the schema takes values of any type.',
);

export const emptyEnum = rule(
  'empty-enum',
  'warning',
  '`enum` lists no value, so that no value is valid.',
  'The type is `never`.',
);

export const duplicateEnumValue = rule(
  'duplicate-enum-value',
  'warning',
  '`enum`, `required` or `type` lists an entry twice.',
  'The second one is left out.',
);

export const unreachableEnumValue = rule(
  'unreachable-enum-value',
  'warning',
  'A value of `enum` or `const` breaks another keyword beside it, so that it can never be valid.',
  'It is left out of the type.',
);

export const unknownKeyword: Rule = {
  ...rule(
    'unknown-keyword',
    'info',
    'A schema has a keyword that JSON Schema and OpenAPI do not know.',
    'It is ignored. Reported once for each keyword.',
    'Spell vendor extensions `x-…`.',
  ),
  isSaidOnce: true,
};

export const keywordOutsideVocabulary: Rule = {
  ...rule(
    'keyword-outside-vocabulary',
    'warning',
    'A schema has a keyword of a vocabulary that the meta-schema named by its `$schema` leaves out.',
    'It asserts nothing. Reported once for each keyword.',
    'List the vocabulary in the `$vocabulary` of the meta-schema.',
  ),
  isSaidOnce: true,
};

export const keywordWithoutEffect = rule(
  'keyword-without-effect',
  'info',
  'A keyword constrains a JSON type that the `type` beside it excludes, or waits for another keyword that is absent.',
  'It is ignored.',
);

export const impliedType = rule(
  'implied-type',
  'info',
  'Keywords of one JSON type stand where nothing states the type, so that by the letter values of all other types pass.',
  'The type is taken to be stated.',
  'State `type`, or set `schemas.impliedType` to `letter`.',
);

export const nullableIn31 = rule(
  'nullable-in-3.1',
  'warning',
  '`nullable` means nothing since OpenAPI 3.1.',
  'The author means null: it is accepted.',
  'Write `type: [string, "null"]`, or set `schemas.nullable` to `ignore`.',
);

export const ignoredNullable = rule(
  'ignored-nullable',
  'info',
  '`nullable` means nothing since OpenAPI 3.1, and the config says to ignore it.',
  'It is ignored.',
  'Write `type: [string, "null"]`, or set `schemas.nullable` to `honour`.',
);

export const overlappingOneOf = rule(
  'overlapping-one-of',
  'warning',
  'A value that several members of a `oneOf` accept exists: by the letter it is valid for none.',
  'Such values are accepted in responses, and in requests where a member leaves `readOnly` ones out; else the letter counts.',
  'Write `anyOf`, tell the members apart by a required `const` or a `discriminator`, or set `schemas.overlappingOneOf` to `exact`.',
);

export const undecidedOneOf = rule(
  'undecided-one-of',
  'info',
  'It could not be proved that the members of a `oneOf` exclude each other.',
  'A value that several accept is accepted in responses, and in requests where a member leaves `readOnly` ones out; else the letter counts.',
  'Tell the members apart by a required `const` or a `discriminator`, or set `schemas.overlappingOneOf` to `exact`.',
);

export const binaryInJson = rule(
  'binary-in-json',
  'info',
  '`format: binary`, or the media type of bytes, stands in JSON, which has no bytes.',
  'It is a string.',
  'Write `contentEncoding: base64`, or describe a body that is no JSON.',
);

export const binaryBesideJson = rule(
  'binary-beside-json',
  'warning',
  'A schema with `format: binary` is used in JSON, which has no bytes, and in a form or a body of another kind.',
  'It is a `Blob` in both, so that no JSON is valid there.',
  'Use a schema of its own for each of the two.',
);

export const inexactEnum = rule(
  'inexact-enum',
  'warning',
  'An `enum` or a `const` lists an integer that a number cannot hold exactly.',
  'The values are not checked, only the type beside them is.',
  'List integers up to 2^53, or describe them as strings.',
);

export const duplicateMember = rule(
  'duplicate-union-member',
  'warning',
  'Two members of a `oneOf` or an `anyOf` are the same schema.',
  'In an `anyOf`, and in responses, it counts once.',
);

export const openedEnum = rule(
  'open-enum',
  'info',
  'By config, a response may bring a value that the `enum` does not list.',
  'Every value of the JSON types of the listed ones is accepted.',
  'Set `schemas.openEnums` to `never`.',
);

export const unusableDiscriminator = rule(
  'unusable-discriminator',
  'warning',
  'A `discriminator` cannot tell the members of its union apart.',
  'It is ignored, and the members are tried one by one.',
);

export const undeclaredDiscriminator = rule(
  'undeclared-discriminator',
  'warning',
  'A discriminator names a property that no member of the union declares.',
  'The values of the property select the members all the same.',
);
export const discriminatorMapping = rule(
  'discriminator-mapping',
  'warning',
  'An entry of a discriminator’s `mapping` leads to no member of the union.',
  'The entry is left out.',
);

export const inheritedDiscriminator = rule(
  'inherited-discriminator',
  'info',
  'A schema inherits a `discriminator` by `allOf`.',
  'Its discriminating property is held to the values that select it or its own heirs: by `mapping`, `x-ms-discriminator-value` or name.',
  'State the property with `const` in the schema.',
);

export const recursiveBase = rule(
  'recursive-base',
  'warning',
  'A schema lists its heirs in a union, and they inherit it by `allOf`, so that by the letter each holds itself.',
  'The heirs inherit what stands beside the union.',
  'Move what is shared into a schema of its own.',
);

export const cyclicSchema = rule(
  'cyclic-schema',
  'error',
  'A schema holds itself without a member or an item in between, so that nothing decides whether a value is valid.',
  'Nothing is written.',
);

export const unsatisfiable = rule(
  'unsatisfiable-schema',
  'warning',
  'Keywords contradict each other: no value of the type can be valid.',
  'They are kept.',
);

export const endlessSchema = rule(
  'endless-schema',
  'warning',
  'A schema requires a value of itself within itself, so that only an endless value could be valid.',
  'It is kept; no value is valid.',
);

export const invalidDefault = rule(
  'invalid-default',
  'warning',
  'A `default` breaks the schema that it stands in.',
  'It is shown in the documentation and used nowhere else.',
);

export const invalidPattern = rule(
  'invalid-pattern',
  'warning',
  'A `pattern` is no regular expression of ECMAScript.',
  'It is not checked.',
);

export const patternWithoutUnicode = rule(
  'pattern-without-unicode',
  'info',
  'A `pattern` is a regular expression of ECMAScript only without the `u` flag.',
  'It is used without the flag: a character outside the basic plane counts as two.',
  'Escape only what has a meaning: `-`, `_`, `@` and others need no backslash.',
);

export const slowPattern = rule(
  'slow-pattern',
  'warning',
  'A `pattern` can take a time that grows faster than the square of the length of the value: exponentially, or by a higher power.',
  'It is checked only in texts so short that it takes no time, and where there are none such, not at all.',
  'Rewrite it so that no two repetitions match the same text side by side or in each other, set `maxLength`, or set `schemas.slowPatterns` to `check`.',
);

export const schemaOptionUnknown: Rule = {
  code: 'schema-option-unknown',
  level: 'warning',
  summary: '`schemas.names` names no component of the document, as the filter leaves it.',
  action: 'The entry has no effect.',
  remedy: 'Give the name of a schema under `components` (or `definitions`), or take the entry out.',
};
