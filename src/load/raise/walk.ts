/**
 * The one pass over a document or a part of it: raises every schema, holds the limits, and notes what resolving needs to know.
 * Nothing is changed in place. Where nothing has to be raised the result is the same objects; else copies along the way.
 */
import type { Finding, Pointer, Rule } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Limits } from '../../options.js';
import { assign, isObject } from '../json-value.js';
import { pointerOf } from '../pointer.js';
import {
  inexactNumber,
  invalidReference,
  keywordOfOtherDialect,
  limitExceeded,
  unsupportedValue,
  vainEncoding,
} from '../rules.js';
import type { JsonObject } from '../source.js';
import type { Dialect } from './dialect.js';
import { raiseDraftSchema } from './draft-schema.js';
import type { Edit, Edits } from './edits.js';
import { withoutStyle } from './encoding.js';
import { grammarOf, type Kind, SCHEMA_KEYWORDS, type Shape } from './grammar.js';
import { checkKeywords, isOpenApi } from './keyword-form.js';
import { raiseOpenApiSchema, type SchemaContext } from './openapi-schema.js';
import { enterResource, type Registry, type Scope } from './registry.js';

export interface WalkContext {
  readonly file: string;
  /** The URI of the file, against which an `$id` is resolved. */
  readonly uri: string;
  readonly dialect: Dialect;
  readonly nullable: 'honour' | 'ignore';
  readonly limits: Limits;
  readonly edits: Edits;
  readonly registry: Registry;
  readonly findings: Finding[];
  /** Numbers of the file that were rounded when they were read. */
  readonly rounded: ReadonlySet<number>;
  /** Shared by all walks of a load: nodes seen so far. */
  readonly count: { nodes: number };
  /** A local reference as it is to be written now. */
  renamed(reference: string): string;
}

/** Raises what stands at `tokens`. Throws `LimitReached`, after a finding, where the document is more than the limits allow. */
export function walk(value: Json, kind: Kind, tokens: readonly (string | number)[], context: WalkContext): Json {
  try {
    return new Walker(tokens, context).node(value, kind);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = 'nested deeper than can be read, whatever `limits.depth` says';
    context.findings.push({ rule: limitExceeded, at: pointerOf(context.file, tokens), message });
    throw new LimitReached();
  }
}

/** Nothing of the document is used: later stages would run into what the limits are there to prevent. */
export class LimitReached extends Error {}

class Walker implements SchemaContext {
  private readonly context: WalkContext;
  private readonly path: (string | number)[];
  readonly nullable: 'honour' | 'ignore';
  private scope: Scope;

  constructor(tokens: readonly (string | number)[], context: WalkContext) {
    this.context = context;
    this.path = [...tokens];
    this.scope = { dialect: context.dialect, base: undefined, strict: false };
    this.nullable = context.nullable;
  }

  get dialect(): Dialect {
    return this.scope.dialect;
  }

  node(value: Json, kind: Kind): Json {
    if (!isObject(value)) {
      if (
        typeof value === 'boolean' &&
        kind === 'schema' &&
        isOpenApi(this.dialect) &&
        this.path.at(-1) !== 'additionalProperties'
      )
        this.report(
          keywordOfOtherDialect,
          [],
          `${value} is a schema of JSON Schema 2020-12, and read as that; expected an object`,
        );
      return this.data(value);
    }
    this.enter();
    if (kind === 'schema') return this.schema(value);
    return this.object(kind === 'encoding' ? this.encoding(value) : value, kind);
  }

  private object(value: JsonObject, kind: Exclude<Kind, 'schema'>): Json {
    const grammar = grammarOf(kind);
    const reference = grammar.reference ? value['$ref'] : undefined;
    if (reference !== undefined && typeof reference !== 'string') {
      this.report(invalidReference, ['$ref'], 'expected a URI reference, which is a string');
    }
    let out: { [key: string]: Json } | undefined;
    for (const key of Object.keys(value)) {
      const held = value[key];
      if (held === undefined) continue;
      const shape = grammar.members.get(key) ?? (key.startsWith('x-') ? undefined : grammar.others);
      this.path.push(key);
      let raised = shape && !(key === '$ref' && typeof reference === 'string') ? this.shaped(held, shape) : this.data(held);
      this.path.pop();
      if (key === '$ref' && typeof reference === 'string') raised = this.reference(reference, kind);
      if (raised !== held) {
        out ??= { ...value };
        assign(out, key, raised);
      }
    }
    return out ?? value;
  }

  /** Under `content/multipart~1form-data/encoding/tags`. */
  private encoding(value: JsonObject): JsonObject {
    const found = this.dialect === '3.0' ? withoutStyle(value, String(this.path.at(-3))) : undefined;
    for (const key of found?.left ?? []) this.report(vainEncoding, [key], `${key} is left out`, 'key');
    return found?.encoding ?? value;
  }

  private shaped(value: Json, shape: Shape): Json {
    if ('one' in shape) return this.node(value, shape.one);
    if ('map' in shape) return isObject(value) ? this.map(value, shape.map) : this.data(value);
    return Array.isArray(value) ? this.list(value, shape.list) : this.data(value);
  }

  private map(value: JsonObject, kind: Kind): Json {
    this.enter();
    let out: { [key: string]: Json } | undefined;
    for (const key of Object.keys(value)) {
      const held = value[key];
      if (held === undefined) continue;
      this.path.push(key);
      const raised = this.node(held, kind);
      this.path.pop();
      if (raised !== held) {
        out ??= { ...value };
        assign(out, key, raised);
      }
    }
    return out ?? value;
  }

  private list(value: readonly Json[], kind: Kind): Json {
    this.enter();
    let out: Json[] | undefined;
    for (const [i, held] of value.entries()) {
      this.path.push(i);
      const raised = this.node(held, kind);
      this.path.pop();
      if (raised !== held) {
        out ??= [...value];
        out[i] = raised;
      }
    }
    return out ?? value;
  }

  /** Counts and checks; nothing in it is a reference or is raised. */
  private data(value: Json): Json {
    if (typeof value !== 'object' || value === null) {
      this.scalar(value);
      return value;
    }
    this.enter();
    for (const key of Object.keys(value)) {
      const held = Array.isArray(value) ? value[Number(key)] : (value as JsonObject)[key];
      if (held === undefined) continue;
      if (typeof held === 'string') continue;
      this.path.push(key);
      this.data(held);
      this.path.pop();
    }
    return value;
  }

  private scalar(value: Json): void {
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return;
    if (typeof value === 'number' && Number.isFinite(value)) {
      if (this.context.rounded.has(value)) {
        this.context.registry.inexact.push(this.at());
        this.report(inexactNumber, [], `the number has more digits than can be held; it is read as ${value}`);
      }
      return;
    }
    const found =
      typeof value === 'number' ? (Number.isNaN(value) ? 'NaN' : 'a number out of the range of a double') : `a ${typeof value}`;
    this.report(unsupportedValue, [], `${found} cannot be read; expected a value that JSON can hold`);
  }

  private schema(value: JsonObject): Json {
    const { scope: outer, context } = this;
    this.scope = enterResource(value, () => this.at(), outer, context.uri, context.registry);
    checkKeywords(value, this.dialect, (rule, keys, message, on) => this.report(rule, keys, message, on));
    let out: { [key: string]: Json } | undefined;
    for (const key of Object.keys(value)) {
      const held = value[key];
      if (held === undefined || typeof held === 'string') continue;
      this.path.push(key);
      const raised = this.keyword(key, held);
      this.path.pop();
      if (raised !== held) {
        out ??= { ...value };
        assign(out, key, raised);
      }
    }
    for (const key of REFERENCES) {
      const reference = value[key];
      if (typeof reference !== 'string') continue; // the model, which reads every keyword of a schema, names it
      const renamed = this.reference(reference, 'schema');
      if (renamed === reference) continue;
      out ??= { ...value };
      out[key] = renamed;
    }
    const mapped = isObject(value['discriminator']) ? this.discriminator(value['discriminator']) : undefined;
    if (mapped) {
      out ??= { ...value };
      out['discriminator'] = mapped;
    }
    const raised = this.raise(out ?? value);
    this.scope = outer;
    return raised;
  }

  private keyword(key: string, held: Json): Json {
    const holds = SCHEMA_KEYWORDS.get(key);
    if (holds === undefined) return this.data(held);
    if (holds === 'map') return isObject(held) ? this.map(held, 'schema') : this.data(held);
    if (Array.isArray(held)) return holds === 'schema' ? this.data(held) : this.list(held, 'schema');
    return holds === 'list' ? this.data(held) : this.node(held, 'schema');
  }

  private raise(schema: JsonObject): JsonObject {
    switch (this.dialect) {
      case '2.0':
      case '3.0':
        return raiseOpenApiSchema(schema, this);
      case '2020-12':
        return this.scope.strict ? schema : raiseOpenApiSchema(schema, this);
      case '2019-09':
      case 'draft-07':
      case 'draft-06':
      case 'draft-04':
        return raiseDraftSchema(schema, this);
      default:
        return this.dialect satisfies never;
    }
  }

  /** Notes a reference, and gives it as it is to be written after raising. */
  private reference(reference: string, kind: Kind): string {
    const { base } = this.scope;
    if (base === undefined && COMPONENT.test(reference)) return reference;
    this.context.registry.references.push({ reference, at: this.at(), kind, base });
    return base === undefined && reference.startsWith('#/') ? this.context.renamed(reference) : reference;
  }

  /** The values of a `mapping` that are references, not names; undefined where they stay as they are. */
  private discriminator(value: JsonObject): JsonObject | undefined {
    const mapping = value['mapping'];
    if (!isObject(mapping)) return undefined;
    let out: { [key: string]: Json } | undefined;
    for (const [key, target] of Object.entries(mapping)) {
      if (typeof target !== 'string' || !/[#/]|\.(?:json|ya?ml)$/i.test(target)) continue;
      const renamed = this.reference(target, 'schema');
      if (renamed === target) continue;
      out ??= { ...mapping };
      assign(out, key, renamed);
    }
    return out && { ...value, mapping: out };
  }

  /** One node more. */
  private enter(): void {
    const { count, limits } = this.context;
    if (++count.nodes > limits.nodes) {
      this.refuse(`more than ${limits.nodes} objects and lists, YAML aliases expanded; \`limits.nodes\` raises the limit`);
    }
    if (this.path.length > limits.depth)
      this.refuse(`nested deeper than ${limits.depth} levels; \`limits.depth\` raises the limit`);
  }

  private refuse(message: string): never {
    this.report(limitExceeded, [], message);
    throw new LimitReached();
  }

  private at(): Pointer {
    return pointerOf(this.context.file, this.path);
  }

  report(rule: Rule, keys: readonly (string | number)[], message: string, on?: Finding['on']): void {
    const at = pointerOf(this.context.file, [...this.path, ...keys]);
    this.context.findings.push(on ? { rule, at, message, on } : { rule, at, message });
  }

  moved(...edits: readonly Edit[]): void {
    this.context.edits.add(this.path, ...edits);
  }
}

const REFERENCES = ['$ref', '$dynamicRef'] as const;
/** The usual reference, which needs no notice: a component of the same file, which is walked anyway. */
const COMPONENT = /^#\/components\/[a-zA-Z]+\/[^/%]+$/;
