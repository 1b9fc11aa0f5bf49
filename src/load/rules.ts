/** The ledger rows of loading: reading, parsing, limits, versions, references between files, raising of older dialects. */
import type { Rule } from '../diagnostics.js';

const nothingWritten = 'Nothing is written.';

export const unreadableDocument: Rule = {
  code: 'unreadable-document',
  level: 'error',
  summary: 'The document cannot be read: the file is missing, is no file, or the server does not give it.',
  action: nothingWritten,
  remedy: 'Correct the path or URL.',
};

export const invalidEncoding: Rule = {
  code: 'invalid-encoding',
  level: 'error',
  summary: 'The bytes are no text: neither UTF-8 nor UTF-16 with a byte order mark, or NUL is among them.',
  action: nothingWritten,
  remedy: 'Save the file as UTF-8.',
};

export const invalidSyntax: Rule = {
  code: 'invalid-syntax',
  level: 'error',
  summary: 'The text is not valid JSON or YAML 1.2.',
  action: nothingWritten,
  remedy: 'Correct the text at the place named.',
};

export const duplicateKey: Rule = {
  code: 'duplicate-key',
  level: 'error',
  summary: 'An object has two members of one name, of which parsers keep one or the other.',
  action: nothingWritten,
  remedy: 'Rename or remove one of them.',
};

export const unsupportedKey: Rule = {
  code: 'unsupported-key',
  level: 'error',
  summary: 'A key of a YAML mapping is a list, an object or null; members of a document have names.',
  action: nothingWritten,
  remedy: 'Write the key as text, in quotes where need be.',
};

export const respelledKey: Rule = {
  code: 'respelled-key',
  level: 'info',
  summary: 'A YAML key without quotes is read as a number, and its name is that number as JSON writes it: `1.0` becomes `1`.',
  action: 'The number, as JSON writes it, is the name.',
  remedy: 'Put the key in quotes.',
};

export const mergeKey: Rule = {
  code: 'yaml-merge-key',
  level: 'info',
  summary: 'A YAML 1.1 merge key (`<<`) stands in the document; YAML 1.2, which OpenAPI asks for, has none.',
  action: 'The members of the mapping that it names are merged in.',
  remedy: 'Write the members out, or refer to a component.',
};

export const emptyDocument: Rule = {
  code: 'empty-document',
  level: 'error',
  summary: 'There is nothing in the document, or nothing but comments.',
  action: nothingWritten,
  remedy: 'Give an OpenAPI document.',
};

export const notAnObject: Rule = {
  code: 'not-an-object',
  level: 'error',
  summary: 'The document is a list, a string, a number or the like, not an object.',
  action: nothingWritten,
  remedy: 'Give an OpenAPI document.',
};

export const unsupportedValue: Rule = {
  code: 'unsupported-value',
  level: 'error',
  summary: 'A value that JSON cannot hold: an infinite number, one out of range, NaN, or something that is no data.',
  action: nothingWritten,
  remedy: 'Write a number within the range of a double, or quote it.',
};

export const inexactNumber: Rule = {
  code: 'inexact-number',
  level: 'warning',
  summary: 'An integer has more digits than a double holds, and was rounded.',
  action: 'The rounded number is used.',
  remedy: 'Write the number as a string, or one within ±9007199254740991.',
};

export const limitExceeded: Rule = {
  code: 'limit-exceeded',
  level: 'error',
  summary: 'The document is larger or deeper than the limits allow.',
  action: nothingWritten,
  remedy: 'Raise the limit under `limits` if the document is to be trusted.',
};

export const selfContaining: Rule = {
  code: 'self-containing',
  level: 'error',
  summary: 'A part of the document contains itself, through a YAML alias, so that it has no end.',
  action: nothingWritten,
  remedy: 'Refer to a component with `$ref` instead of the alias.',
};

export const unknownVersion: Rule = {
  code: 'unknown-version',
  level: 'error',
  summary: 'The document does not say that it is OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0.',
  action: nothingWritten,
  remedy: 'State the version in `openapi` or `swagger`, as a string.',
};

export const unknownDialect: Rule = {
  code: 'unknown-dialect',
  level: 'warning',
  summary: '`jsonSchemaDialect` or `$schema` names a dialect of JSON Schema that is not known here.',
  action: 'The schemas are read as JSON Schema 2020-12.',
  remedy: 'Name a known dialect, or none.',
};

export const unknownVocabulary: Rule = {
  code: 'unknown-vocabulary',
  level: 'error',
  summary: 'The meta-schema that `$schema` names demands a vocabulary that is not known here.',
  action: nothingWritten,
  remedy: 'Say `false` of the vocabulary in `$vocabulary`, or name another meta-schema.',
};

export const olderDialect: Rule = {
  code: 'older-dialect',
  level: 'info',
  summary: 'A schema declares an older draft of JSON Schema with `$schema`.',
  action: 'Its keywords are read as those of JSON Schema 2020-12 that mean the same.',
  remedy: 'Write it in JSON Schema 2020-12.',
};

export const nullableWithoutDialect: Rule = {
  code: 'nullable-in-3.1',
  level: 'warning',
  summary: '`nullable` is no keyword of OpenAPI 3.1 and later, where it means nothing by the letter.',
  action: 'It is honoured: null is a value. With `schemas.nullable: ignore` it is left out.',
  remedy: "Write `type: [string, 'null']`.",
};

export const nullableEnum: Rule = {
  code: 'nullable-enum',
  level: 'info',
  summary: 'A nullable schema has an `enum` without null, which by the letter of OpenAPI 3.0 excludes null.',
  action: 'Null is a value.',
  remedy: 'Add null to the `enum`, or remove `nullable`.',
};

export const nullableReference: Rule = {
  code: 'nullable-reference',
  level: 'info',
  summary: '`nullable` stands beside `$ref` or without `type`, where OpenAPI 3.0 gives it no effect.',
  action: 'It is honoured: null is a value.',
  remedy: 'Wrap the reference in `allOf` and declare a `type`, or use OpenAPI 3.1 and `anyOf` with `type: null`.',
};

export const referenceSiblings: Rule = {
  code: 'reference-siblings',
  level: 'warning',
  summary: 'Keywords stand beside `$ref` in OpenAPI 3.0 or Swagger 2.0, where they have no effect.',
  action: 'Annotations (`description`, `readOnly` and their like) are kept, assertions are left out.',
  remedy: 'Wrap the reference in `allOf` and put them beside that.',
};

export const keywordOfOtherDialect: Rule = {
  code: 'keyword-of-other-dialect',
  level: 'warning',
  summary: 'A keyword has the form that another version of OpenAPI or draft of JSON Schema gives it.',
  action: 'It is read as the author means it.',
  remedy: 'Write it in the form of the declared version.',
};

export const unquotedVersion: Rule = {
  code: 'unquoted-version',
  level: 'warning',
  summary: '`swagger` holds the number 2, not the string "2.0".',
  action: 'It is read as "2.0".',
  remedy: 'Put the version in quotes.',
};

export const unsupportedCollectionFormat: Rule = {
  code: 'unsupported-collection-format',
  level: 'warning',
  summary: 'A `collectionFormat` of Swagger 2.0 has no counterpart in OpenAPI 3 where it stands.',
  action: 'The values are separated by commas.',
  remedy: 'Use `csv`, or in the query `multi`, `ssv` or `pipes`.',
};

export const conflictingBodies: Rule = {
  code: 'conflicting-bodies',
  level: 'warning',
  summary: 'A Swagger 2.0 operation has two parameters in the body, or parameters of a form beside one.',
  action: 'The first parameter in the body counts, the others are left out.',
  remedy: 'Describe one body, or a form.',
};

export const assumedScheme: Rule = {
  code: 'assumed-scheme',
  level: 'info',
  summary: 'A Swagger 2.0 document names its `host` but neither http nor https in `schemes`.',
  action: 'https is assumed.',
  remedy: 'State `schemes`, or set `baseUrl` when the client is made.',
};

export const invalidReference: Rule = {
  code: 'invalid-reference',
  level: 'error',
  summary: 'The `$ref` of a Reference Object is no string.',
  action: nothingWritten,
  remedy: 'Write a URI reference.',
};

export const invalidOverlay: Rule = {
  code: 'invalid-overlay',
  level: 'error',
  summary: 'An overlay, or one of its actions, is not what the Overlay Specification describes.',
  action: nothingWritten,
  remedy: 'Correct the overlay.',
};

export const overlayConflict: Rule = {
  code: 'overlay-conflict',
  level: 'error',
  summary: 'What an overlay puts in does not fit what stands there: a list and an object, say.',
  action: nothingWritten,
  remedy: 'Remove the target in an action before.',
};

export const unmatchedOverlay: Rule = {
  code: 'unmatched-overlay',
  level: 'warning',
  summary: 'The target of an overlay action selects nothing.',
  action: 'The action changes nothing.',
  remedy: 'Correct the JSONPath, or remove the action.',
};

export const vainEncoding: Rule = {
  code: 'vain-encoding',
  level: 'info',
  summary: 'An Encoding Object of a document of OpenAPI 3.0 has a style, and is not of a urlencoded form.',
  action: 'The style is left out, as 3.0 has it: a list is a part for each item, an object is JSON.',
  remedy: 'Raise the document to 3.1, where such a style counts.',
};

export const unmatchedFilter: Rule = {
  code: 'unmatched-filter',
  level: 'warning',
  summary: 'The filter of the config leaves no operation, or one of its entries matches none.',
  action: 'What is left is written, a client without operations if need be.',
  remedy: 'Correct the names or globs under `filter`.',
};

export const mistypedMember: Rule = {
  code: 'mistyped-member',
  level: 'warning',
  summary: 'A member that shapes no output holds a value of a type that the specification does not allow there.',
  action: 'The member is ignored.',
  remedy: 'Correct the document, or patch it with an overlay.',
};

export const nothingDescribed: Rule = {
  code: 'nothing-described',
  level: 'error',
  summary: 'The document has neither paths, nor webhooks, nor components.',
  action: nothingWritten,
  remedy: 'Give a document that describes an API; `paths: {}` where it has none yet.',
};

export const missingMember: Rule = {
  code: 'missing-member',
  level: 'info',
  summary: 'A member that the specification requires is absent, and nothing of the output depends on it.',
  action: 'The document is read without it.',
  remedy: 'Add the member.',
};

export const memberOfLaterVersion: Rule = {
  code: 'member-of-later-version',
  level: 'info',
  summary: 'A member is one of a later version of OpenAPI than the document states.',
  action: 'It is read as that version has it.',
  remedy: 'State the later version.',
};

export const metaSchemaViolation: Rule = {
  code: 'meta-schema-violation',
  level: 'warning',
  summary: 'The document does not match the published meta-schema of its version.',
  action: 'It is read all the same.',
  remedy: 'Correct the document, or leave `metaSchema` off.',
};

export const missingMetaSchema: Rule = {
  code: 'missing-meta-schema',
  level: 'info',
  summary: '`metaSchema` is on, but the meta-schema of the version of the document is not known here.',
  action: 'The document is not checked by a meta-schema.',
  remedy: 'Leave `metaSchema` off.',
};
