/**
 * The one `Schema` of the project: a closed union on `kind`, plain data, deeply readonly.
 *
 * The types, the validators, the serialization and the review are all made from it, so they cannot disagree.
 * A JSON Schema object is a conjunction of keywords; building it (`schemas/`) sorts the keywords by the JSON type that they
 * constrain and joins the sorts: `{ type: [string, null], minLength: 1 }` is a union of a string and null,
 * `{ $ref, description }` is the reference alone, `allOf: [A, { example }]` is A. What is left after simplification is printed.
 *
 * References are resolved to names while building, `$dynamicRef` included (one named schema for each dynamic scope that differs),
 * and so are request and response variants. Nothing after the model knows of `$ref`, `$id`, anchors, `readOnly` or dialects.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
import type { Pointer } from '../diagnostics.js';
import type { Identifier } from './identifier.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Schema =
  | AnySchema
  | NeverSchema
  | ReferenceSchema
  | LiteralSchema
  | NullSchema
  | BooleanSchema
  | NumberSchema
  | StringSchema
  | ArraySchema
  | ObjectSchema
  | BinarySchema
  | UnionSchema
  | IntersectionSchema
  | NotSchema
  | ConditionalSchema
  | UnevaluatedSchema;

interface Node {
  /** The schema object that says it; for a union made of `anyOf` or `oneOf`, that keyword's list. */
  readonly at: Pointer;
  /** Present where the document says something a reader wants to see. */
  readonly docs?: Documentation;
}

/** Assertions about one JSON type. */
interface TypedNode extends Node {
  /**
   * True: the value must be of this type (`type` says so, or the repair `implied-type` inferred it).
   * False: values of other types pass, as JSON Schema has it where `type` is absent.
   */
  readonly typed: boolean;
}

/** Annotations, printed as JSDoc. */
export interface Documentation {
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly Json[];
  readonly default?: Json;
  readonly deprecated?: boolean;
  readonly externalDocs?: string;
}

/** `true`, `{}` and whatever holds annotations only. */
export interface AnySchema extends Node {
  readonly kind: 'any';
}
/** `false`. */
export interface NeverSchema extends Node {
  readonly kind: 'never';
}
export interface ReferenceSchema extends Node {
  readonly kind: 'reference';
  readonly to: SchemaId;
}
/** `enum` and `const`. Values may be of any JSON type; duplicates are removed; compared deeply. */
export interface LiteralSchema extends Node {
  readonly kind: 'literal';
  readonly values: readonly Json[];
  /** By config `openEnums`, in responses: other values of the members' JSON types are accepted and typed `(string & {})`. */
  readonly open?: boolean;
  /** `x-enum-descriptions` and its relatives, by index of `values`. */
  readonly descriptions?: readonly (string | undefined)[];
}
export interface NullSchema extends Node {
  readonly kind: 'null';
}
export interface BooleanSchema extends Node {
  readonly kind: 'boolean';
}
export interface NumberSchema extends TypedNode {
  readonly kind: 'number';
  /** `type: integer`; 1.0 is an integer, and so is 1e300. */
  readonly integer: boolean;
  /** What the caller holds. `bigint` and `string` only for `format: int64`/`uint64`, by config `int64`. */
  readonly as: 'number' | 'bigint' | 'string';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly format?: Format;
}
export interface StringSchema extends TypedNode {
  readonly kind: 'string';
  /** In Unicode code points. */
  readonly minLength?: number;
  readonly maxLength?: number;
  /** Valid with at least one of the flags given. */
  readonly pattern?: Pattern;
  readonly format?: Format;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
}
export interface Pattern {
  readonly source: string;
  /** `u`, or empty where the pattern is ECMAScript without `u` only (a diagnostic says so). */
  readonly flags: 'u' | '';
  /** In code points. It takes out of proportion long for longer texts, which are not to be tried: `maxLength` refuses them, or they pass. */
  readonly upTo?: number;
}
export interface Format {
  readonly name: string;
  /** By config `formats`. False: an annotation. */
  readonly asserted: boolean;
  /** By config `brands`: the type is `string & { readonly __format: 'uuid' }`. */
  readonly branded: boolean;
}
export interface ArraySchema extends TypedNode {
  readonly kind: 'array';
  readonly prefixItems: readonly Schema[];
  /** For the items after the prefix. */
  readonly items: Schema;
  /** True where the document says nothing of them: they are accepted, and not evaluated in the sense of `unevaluatedItems`. */
  readonly itemsImplied: boolean;
  readonly contains?: { readonly schema: Schema; readonly min: number; readonly max?: number };
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems: boolean;
  /** True for a sequence on its way out: whatever can be iterated passes too, and its items are validated as they are sent. */
  readonly iterable?: true;
}
export interface ObjectSchema extends TypedNode {
  readonly kind: 'object';
  /** Every name that `properties` or `required` mentions, sorted by code units. `__proto__` is as good a name as any. */
  readonly properties: readonly Property[];
  readonly patternProperties: readonly { readonly pattern: Pattern; readonly schema: Schema }[];
  /** For the members that neither of the two above takes. `any` where absent, `never` where closed. */
  readonly additionalProperties: Schema;
  /**
   * True where the document says nothing of additional properties: they are accepted, the type does not show them, and they are not
   * evaluated in the sense of `unevaluatedProperties`.
   */
  readonly additionalImplied: boolean;
  readonly propertyNames?: Schema;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired: readonly { readonly name: string; readonly requires: readonly string[] }[];
  readonly dependentSchemas: readonly { readonly name: string; readonly schema: Schema }[];
}
export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  /**
   * True where `required` alone mentions it. Its schema is then what additional properties must meet, and its presence evaluates
   * nothing that they would not evaluate.
   */
  readonly additional?: true;
  readonly at: Pointer;
  /** Present where the schema was read in another place, `of`, which says the same as this one, `at`. */
  readonly twin?: Twin;
  /** Kept for the review and for JSDoc; the variants of the model have already acted on it. */
  readonly access?: 'readOnly' | 'writeOnly';
}
export interface Twin {
  readonly of: Pointer;
  readonly at: Pointer;
}
/** Bytes: `format: binary`, or a body that is no text. A `Blob`, or what the caller may send as one. Never inside JSON. */
export interface BinarySchema extends Node {
  readonly kind: 'binary';
  /** True for the whole body of a request: buffers and streams pass too. */
  readonly body?: true;
}
export interface UnionSchema extends Node {
  readonly kind: 'union';
  /**
   * `types`: the members accept disjoint JSON types, as `type: [a, b]` has it. `anyOf`: at least one.
   * `oneOf`: exactly one; where the members are proved disjoint, building turns it into `anyOf`.
   */
  readonly mode: 'types' | 'anyOf' | 'oneOf';
  readonly members: readonly Schema[];
  readonly discriminator?: Discriminator;
}
export interface Discriminator {
  readonly property: string;
  /** Every value that selects a member, in order of the members. A value not listed here matches nothing, unless there is a `fallback`. */
  readonly mapping: readonly { readonly value: string; readonly member: number }[];
  /** The member for values that are not listed, and for objects without the property: `defaultMapping`. */
  readonly fallback?: number;
  /** True where a member does not require the property: an object without it selects nothing, and is asked of all members as `mode` has it. */
  readonly optional?: true;
}
export interface IntersectionSchema extends Node {
  readonly kind: 'intersection';
  readonly members: readonly Schema[];
}
export interface NotSchema extends Node {
  readonly kind: 'not';
  readonly schema: Schema;
}
/** `if`/`then`/`else`; an absent branch is `any`. */
export interface ConditionalSchema extends Node {
  readonly kind: 'conditional';
  readonly if: Schema;
  readonly then: Schema;
  readonly else: Schema;
}
/** `unevaluatedProperties` and `unevaluatedItems` beside everything else that their schema object holds. */
export interface UnevaluatedSchema extends Node {
  readonly kind: 'unevaluated';
  /** The adjacent keywords; what they evaluate is not asked again. */
  readonly base: Schema;
  readonly properties?: Schema;
  readonly items?: Schema;
}

/** The name under which a schema is declared; unique in an `Api`. */
export type SchemaId = Identifier;

/** A schema that has a declaration of its own: a component, a target of some reference, a body, an operation's input. */
export interface NamedSchema {
  readonly id: SchemaId;
  readonly schema: Schema;
  /**
   * `component`: under `components/schemas` (or `definitions`): exported from `index.ts`.
   * `variant`: a component as it may be sent or received, `UserRequest`, `UserResponse`: exported too.
   * `inline`: a body, or a target of a reference elsewhere: named after its place, not re-exported.
   */
  readonly origin: 'component' | 'variant' | 'inline';
  /** For a variant, the direction. */
  readonly direction?: 'request' | 'response';
  /**
   * The type is that of another declaration, and only what is accepted at run time differs: a schema as responses are checked, whose
   * ambiguous `oneOf` takes any of its members. Types name the other one, so that no reader ever meets this.
   */
  readonly sameTypeAs?: SchemaId;
  /** The name as the document has it, for the review and for messages. */
  readonly source: string;
  readonly at: Pointer;
}
