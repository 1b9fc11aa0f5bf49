/**
 * THE types: what a document says, after all its freedoms of spelling are gone. Read this file first.
 *
 * Plain data (it can be printed as JSON and compared), deeply readonly, in canonical order: the order of the document's
 * maps never shows in it. Every node knows its pointer. Emitters and the review read nothing else.
 *
 * @see https://spec.openapis.org/oas/v3.2.0
 */
import type { Pointer } from '../diagnostics.js';
import type { Identifier } from './identifier.js';
import type { Documentation, Json, NamedSchema, Schema, SchemaId } from './schema.js';

export interface Api {
  readonly docs: Documentation;
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** By `id`. */
  readonly schemas: readonly NamedSchema[];
  /** By path, then method. */
  readonly operations: readonly Operation[];
  /** What the API calls at the consumer's end. By name, then method. */
  readonly webhooks: readonly Webhook[];
  readonly tags: readonly Tag[];
}

export interface Tag {
  readonly name: string;
  readonly docs: Documentation;
}

export interface Server {
  /** With `{variables}`; relative URLs are left relative, the base is the caller's. */
  readonly url: string;
  readonly variables: readonly ServerVariable[];
  readonly docs: Documentation;
  readonly at: Pointer;
}
export interface ServerVariable {
  readonly name: string;
  /** Undefined where the document gives none: the caller has to. */
  readonly default: string | undefined;
  readonly values: readonly string[] | undefined;
  readonly docs: Documentation;
}

export interface Operation {
  /** The function, `iamRefreshToken`. */
  readonly name: Identifier;
  /** The stem of its types, `IamRefreshToken`. */
  readonly typeName: Identifier;
  readonly operationId: string | undefined;
  /** Upper case, `POST`; 3.2's `additionalOperations` as they are spelt. */
  readonly method: string;
  readonly path: readonly PathPart[];
  /** As the document spells it, `/pets/{id}`: for `where` and for messages. */
  readonly template: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  /** Exact statuses first, ascending; then `1XX` to `5XX`; then `default`. */
  readonly responses: readonly Response[];
  /** Alternatives (OR) of sets (AND). Empty: no credential is ever sent. An empty set among them: anonymous is allowed. */
  readonly security: readonly SecurityRequirement[];
  /** Undefined: those of the document. */
  readonly servers: readonly Server[] | undefined;
  readonly callbacks: readonly Callback[];
  /**
   * The whole argument, `{ path, query, headers, cookies, querystring, body, partHeaders, contentType }` as one object schema: the type
   * `…Input` and the request validation come from it. Only the groups that the operation has.
   */
  readonly input: Schema;
  /** How a caller gets the bytes of a binary answer: by config `operations.streams`. */
  readonly bytes: 'blob' | 'stream';
  readonly docs: OperationDocumentation;
  readonly extensions: OperationExtensions;
  readonly at: Pointer;
}
export interface OperationDocumentation extends Documentation {
  readonly summary?: string;
}
/** The vendor extensions that mean something to us; all others are ignored on purpose. */
export interface OperationExtensions {
  /** `x-sunset`: a date after which a deprecated operation may go. */
  readonly sunset?: string;
}

export type PathPart =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'parameter'; readonly name: string };

/** @see https://spec.openapis.org/oas/v3.2.0#parameter-object */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | 'querystring';
  readonly required: boolean;
  readonly schema: Schema;
  readonly encoding: ParameterEncoding;
  readonly docs: Documentation;
  readonly at: Pointer;
}
export type ParameterEncoding =
  | {
      readonly kind: 'style';
      readonly style: 'simple' | 'label' | 'matrix' | 'form' | 'spaceDelimited' | 'pipeDelimited' | 'deepObject' | 'cookie';
      readonly explode: boolean;
      readonly allowReserved: boolean;
      readonly allowEmptyValue: boolean;
    }
  | { readonly kind: 'content'; readonly mediaType: string };

export interface RequestBody {
  readonly required: boolean;
  /** The preferred one first: JSON before all others, then document order made canonical. */
  readonly content: readonly MediaType[];
  readonly docs: Documentation;
  readonly at: Pointer;
}

/** @see https://spec.openapis.org/oas/v3.2.0#response-object */
export interface Response {
  readonly status: StatusKey;
  /** Empty: no content is documented, the body is `undefined`. */
  readonly content: readonly MediaType[];
  readonly headers: readonly ResponseHeader[];
  /** The headers as one object, declared and validated like a body. Undefined where there are none. */
  readonly headersType: SchemaId | undefined;
  readonly links: readonly Link[];
  readonly docs: Documentation;
  readonly at: Pointer;
}
export type StatusKey = number | '1XX' | '2XX' | '3XX' | '4XX' | '5XX' | 'default';

/** A Header Object: of a response, or of a part of a body. */
export interface ResponseHeader {
  /** Lower case; HTTP header names have no case. */
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly encoding: ParameterEncoding;
  readonly docs: Documentation;
  readonly at: Pointer;
}

/** @see https://spec.openapis.org/oas/v3.2.0#media-type-object */
export interface MediaType {
  /** Lower case, parameters kept as the document has them: `application/json; version=2`, `image/*`. */
  readonly name: string;
  readonly codec: Codec;
  /** In the direction of its use: already the request or the response variant. */
  readonly schema: Schema;
  /** The declaration that validates it: a component, or an inline schema named after its place. Undefined where everything passes. */
  readonly validator: SchemaId | undefined;
  readonly encoding: readonly PropertyEncoding[];
  readonly docs: Documentation;
  readonly at: Pointer;
}
/** How bytes become the value of the schema. `sequence`: a stream of items, each of `schema`. */
export type Codec =
  | { readonly kind: 'json' }
  | { readonly kind: 'text' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'urlencoded' }
  | { readonly kind: 'multipart'; readonly form: boolean }
  | {
      readonly kind: 'sequence';
      readonly framing: 'json-lines' | 'json-seq' | 'sse';
      readonly json: boolean;
    };

/** The Encoding Object of one property of a form. */
export interface PropertyEncoding {
  readonly property: string;
  readonly contentType: string | undefined;
  /** Where the document spells out how the value is written: it goes before a content type. */
  readonly encoding: ParameterEncoding | undefined;
  /** Of the part in a multipart body of a request; empty elsewhere. */
  readonly headers: readonly ResponseHeader[];
  /** Whether the schema of the body requires the property. */
  readonly required: boolean;
}

export interface Link {
  readonly name: string;
  /** The operation's name in this `Api`; a link that does not resolve is a finding and is not here. */
  readonly operation: Identifier;
  readonly parameters: readonly { readonly name: string; readonly in: Parameter['in'] | undefined; readonly value: Json }[];
  readonly requestBody: Json | undefined;
  readonly docs: Documentation;
  readonly at: Pointer;
}

/** Names of schemes that must all be given, with the scopes that each must carry. */
export type SecurityRequirement = readonly { readonly scheme: string; readonly scopes: readonly string[] }[];

export interface SecurityScheme {
  readonly name: string;
  readonly scheme:
    | { readonly kind: 'apiKey'; readonly in: 'header' | 'query' | 'cookie'; readonly name: string }
    | { readonly kind: 'http'; readonly scheme: string; readonly bearerFormat: string | undefined }
    | { readonly kind: 'oauth2'; readonly flows: Json }
    | { readonly kind: 'openIdConnect'; readonly url: string }
    | { readonly kind: 'mutualTLS' };
  readonly docs: Documentation;
  readonly at: Pointer;
}

export interface Webhook {
  readonly name: string;
  /** `path` and `template` are empty: the consumer chooses where it listens. */
  readonly operation: Operation;
}
export interface Callback {
  readonly name: string;
  /** A runtime expression, `{$request.body#/callbackUrl}`. */
  readonly expression: string;
  readonly operation: Operation;
}
