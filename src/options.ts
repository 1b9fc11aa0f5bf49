/**
 * Everything that can be configured for one document, with its default. A config file holds one `Config` or a list of them;
 * `docs/configuration.md` is generated from the comments here.
 */
import type { Level } from './diagnostics.js';

export interface Options {
  /** Path, URL or `-` for standard input; the library also takes a parsed document. */
  readonly input: string | object;
  /** Folder of the generated files. */
  readonly output: string;
  /** Overlay documents (OpenAPI Overlay 1.0, 1.1), applied in order. */
  readonly overlays: readonly string[];
  /** Keep only what matches, and what it reaches. Globs for paths. */
  readonly filter: Filter;
  /** Check the main document by the published meta-schema of its version too; what it finds are warnings. Costs about half a second. */
  readonly metaSchema: boolean;
  /** What `$ref` may read beside the document's own folder. Nothing else is read, whatever the document says. */
  readonly references: ReferenceOptions;
  /** Above them a document is refused. */
  readonly limits: Limits;
  readonly schemas: SchemaOptions;
  readonly operations: OperationOptions;
  /** `session.ts`: the operation that exchanges a refresh token for new tokens. */
  readonly session: SessionOptions | undefined;
  /** How the pages of an operation follow each other, by operationId or `METHOD /path`. */
  readonly pagination: Readonly<Record<string, PaginationOptions>>;
  /** `paths.ts` for openapi-fetch and its family. */
  readonly paths: boolean;
  /**
   * Above this many schemas and operations together `types.ts`, `validators.ts` and `operations.ts` are folders, each with an `index.ts`:
   * operations by their first tag and what stands in them beside them, all other schemas by their initial.
   */
  readonly splitAbove: number;
  /**
   * Whether whoever compiles an output with such folders checks it again. By default a `ts-nocheck` comment in its files tells the compiler
   * not to, which makes it several times as fast: what they export is typed all the same, and the tests of the generator compile the
   * same text with its checks.
   */
  readonly recheck: boolean;
  readonly diagnostics: DiagnosticOptions;
  readonly review: ReviewSettings;
}

export interface Filter {
  /** Operations with one of these tags. */
  readonly tags?: readonly string[];
  /** Operations with none of these tags. */
  readonly excludeTags?: readonly string[];
  /** Globs of paths, `/pets/**`. */
  readonly paths?: readonly string[];
  /** Globs of paths to leave out. */
  readonly excludePaths?: readonly string[];
  /** operationIds or `METHOD /path`. */
  readonly operations?: readonly string[];
  /** operationIds or `METHOD /path` to leave out. */
  readonly excludeOperations?: readonly string[];
}

export interface ReferenceOptions {
  /** Folders outside the document's own that `$ref` may read. */
  readonly folders: readonly string[];
  /** Hosts (with port where it is not the usual one) that `$ref` may fetch from. */
  readonly hosts: readonly string[];
  /** Milliseconds that one answer may take. */
  readonly timeout: number;
}

export interface Limits {
  /** Bytes of one file. */
  readonly size: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** Nodes after YAML aliases are expanded. */
  readonly nodes: number;
}

/** The repairs and choices that concern schemas: rows of `docs/repairs.md`. */
export interface SchemaOptions {
  /** What `format: int64` becomes. `bigint` and `string` keep integers beyond 2^53 exact. */
  readonly int64: 'number' | 'bigint' | 'string';
  /** `annotate`, `assert`, or for single formats. */
  readonly formats: 'annotate' | 'assert' | Readonly<Record<string, 'annotate' | 'assert'>>;
  /** Whether schemas with `format: uuid` and their like become branded strings, which a plain string is not assignable to. */
  readonly brands: boolean;
  /** `oneOf` with members that overlap, in responses, and in requests without `readOnly` members: `any-of` accepts a value of several members, `exact` is the letter. */
  readonly overlappingOneOf: 'any-of' | 'exact';
  /** Whether a response may bring a value that its `enum` does not list. */
  readonly openEnums: 'never' | 'responses';
  /** `properties` without `type`: `infer` an object, or read by the `letter`, where strings pass too. */
  readonly impliedType: 'infer' | 'letter';
  /** `nullable` in a document of 3.1 or later: `honour` it or `ignore` it. */
  readonly nullable: 'honour' | 'ignore';
  /** A `pattern` that can take a time out of proportion to the length of a value: `skip` it for all values but the short ones for which it is quick, so that no value can stop the process, or `check` it all the same. */
  readonly slowPatterns: 'skip' | 'check';
  /** Names of types by name of the component, to pin or change them. */
  readonly names: Readonly<Record<string, string>>;
}

export interface OperationOptions {
  /** Function names by operationId or `METHOD /path`. */
  readonly names: Readonly<Record<string, string>>;
  /** Operations (operationId or `METHOD /path`, or `*`) whose request body is required although the document does not say so. */
  readonly requireBody: readonly string[];
  /** Operations (operationId or `METHOD /path`, or `*`) whose binary answers are a `ReadableStream<Uint8Array>`, read piece by piece, instead of a `Blob`. */
  readonly streams: readonly string[];
  /** A `{name}` of a path that no parameter declares: take it to be a required `string`, or `refuse` the document. */
  readonly undeclaredPathParameters: 'string' | 'refuse';
}

export interface SessionOptions {
  /** operationId or `METHOD /path` of the operation that exchanges the refresh token. */
  readonly refresh: string;
  /** Where the refresh token is in the request: a JSON Pointer into the body. */
  readonly request: string;
  /** Where the access token is in the success response: a JSON Pointer into the body. */
  readonly access: string;
  /** Where the next refresh token is in the success response: a JSON Pointer into the body. */
  readonly rotated: string;
  /** The security scheme that the access token serves. */
  readonly scheme?: string;
  /** The text around the access token, `Bearer {token}`. */
  readonly format?: string;
}

/**
 * Places are JSON Pointers into the body of the success, parameters names in the query. `next` of a `next-link` can also be `link`: the
 * header `Link` with `rel="next"`.
 */
export type PaginationOptions =
  | { readonly kind: 'next-link'; readonly next: string; readonly items: string }
  | { readonly kind: 'cursor'; readonly parameter: string; readonly next: string; readonly items: string }
  | { readonly kind: 'offset'; readonly offset: string; readonly limit: string; readonly items: string; readonly total?: string };

export interface DiagnosticOptions {
  /** Level by code; `off` silences an `info` or a `warning`, an `error` can't be silenced. */
  readonly levels: Readonly<Record<string, Level | 'off'>>;
  /** Codes or levels that make `generate` exit with 1. */
  readonly deny: readonly string[];
  /** Number of warnings above which `generate` exits with 1. */
  readonly maxWarnings: number | undefined;
}

/** What `diff` makes of the changes that it finds. */
export interface ReviewSettings {
  /** Level by rule; `off` leaves its changes out. */
  readonly levels: Readonly<Record<string, 'breaking' | 'warning' | 'safe' | 'off'>>;
  /** Changes that are known and accepted, by fingerprint, each with the reason and, if need be, the last day, `2026-05-15`, on which that holds. */
  readonly ignore: readonly { readonly fingerprint: string; readonly reason: string; readonly expires?: string }[];
  /** The removal of a deprecated operation is a warning from the day of its `x-sunset` on. */
  readonly grace: boolean;
}

export const defaults: Omit<Options, 'input' | 'output'> = {
  overlays: [],
  filter: {},
  metaSchema: false,
  references: { folders: [], hosts: [], timeout: 10_000 },
  limits: { size: 64 * 2 ** 20, depth: 1_000, nodes: 20_000_000 },
  schemas: {
    int64: 'number',
    formats: 'annotate',
    brands: false,
    overlappingOneOf: 'any-of',
    openEnums: 'never',
    impliedType: 'infer',
    nullable: 'honour',
    slowPatterns: 'skip',
    names: {},
  },
  operations: { names: {}, requireBody: [], streams: [], undeclaredPathParameters: 'string' },
  session: undefined,
  pagination: {},
  paths: true,
  // Up to here the longest file, `validators.ts`, stays below the mebibyte that linters and code hosts still show.
  splitAbove: 400,
  recheck: false,
  diagnostics: { levels: {}, deny: [], maxWarnings: undefined },
  review: { levels: {}, ignore: [], grace: false },
};
