/** One parsed file, or the parts of it that are referred to, raised to OpenAPI 3.2 with JSON Schema 2020-12. */
import { type Finding, tokensOf } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Options } from '../../options.js';
import { withValueAt } from '../json-value.js';
import { valueAt } from '../pointer.js';
import { decodeFragment, encodeFragment } from '../references/uri.js';
import type { Dialect } from './dialect.js';
import { Edits } from './edits.js';
import { type Kind, shapeOf } from './grammar.js';
import type { Registry } from './registry.js';
import { convertPart } from './swagger-2/document.js';
import { type WalkContext, walk } from './walk.js';

export interface RaiseContext {
  readonly file: string;
  readonly uri: string;
  readonly dialect: Dialect;
  readonly options: Options;
  readonly findings: Finding[];
  readonly count: { nodes: number };
  readonly rounded: ReadonlySet<number>;
  /** The whole file was Swagger 2.0 and is in the shape of OpenAPI 3 already. */
  readonly converted?: boolean;
}

/** The raising of one file; parts are added as references ask for them. */
export class Raising {
  readonly registry: Registry = { references: [], identifiers: [], anchors: [], strict: new Set(), metaSchemas: [], inexact: [] };
  /** In the order taken: first what moved between versions of OpenAPI, then what moved in schemas. */
  readonly edits: readonly Edits[];
  readonly moves: Edits;
  private readonly schemaEdits = new Edits();
  /** Parts of Swagger 2.0 in a file that is no whole document. */
  private readonly converts: boolean;
  private readonly roots: { readonly tokens: readonly string[]; readonly kind: Kind }[] = [];
  private readonly context: WalkContext;
  private current: Json;
  private local = 0;
  /** Local references that were looked at. */
  private readonly seen = new Set<string>();

  /** `moves`: what was moved between versions of OpenAPI; parts of Swagger 2.0 add to it. */
  constructor(value: Json, context: RaiseContext, moves: Edits) {
    this.current = value;
    this.moves = moves;
    this.edits = [moves, this.schemaEdits];
    this.converts = context.dialect === '2.0' && context.converted !== true;
    this.context = {
      file: context.file,
      uri: context.uri,
      dialect: context.dialect,
      nullable: context.options.schemas.nullable,
      limits: context.options.limits,
      edits: this.schemaEdits,
      registry: this.registry,
      findings: context.findings,
      count: context.count,
      rounded: context.rounded,
      renamed: (reference) => (moves.isEmpty ? reference : rename(reference, moves)),
    };
  }

  get value(): Json {
    return this.current;
  }

  /**
   * Raises what stands at `tokens` as an object of that kind, unless it was raised as part of something else;
   * then what local references ask for besides: targets in places that are data to the specification, `#/x-schemas/Pet`.
   */
  add(tokens: readonly string[], kind: Kind): void {
    this.part(tokens, kind);
    for (; this.local < this.registry.references.length; this.local++) {
      const entry = this.registry.references[this.local];
      if (entry === undefined || entry.base !== undefined || !entry.reference.startsWith('#/')) continue;
      if (this.seen.has(entry.reference)) continue;
      this.seen.add(entry.reference);
      const fragment = decodeFragment(entry.reference.slice(1));
      if (fragment !== undefined) this.part(tokensOf(fragment), entry.kind);
    }
  }

  private part(authored: readonly string[], kind: Kind): void {
    const tokens = this.moves.forward(authored);
    if (this.isRaised(tokens)) return;
    const value = valueAt(this.current, tokens);
    if (value === undefined) return;
    this.roots.push({ tokens, kind });
    const shaped =
      this.converts && isPart(kind)
        ? convertPart(value, kind, tokens, this.context.file, this.moves, this.context.findings)
        : value;
    const raised = walk(shaped, kind, tokens, this.context);
    if (raised !== value) this.current = withValueAt(this.current, tokens, raised);
  }

  /** True where a walk from one of the roots has been there, by the grammar. */
  private isRaised(tokens: readonly string[]): boolean {
    return this.roots.some((root) => root.tokens.every((token, i) => tokens[i] === token) && this.isWalked(root, tokens));
  }

  private isWalked(root: { readonly tokens: readonly string[]; readonly kind: Kind }, tokens: readonly string[]): boolean {
    let kind: Kind = root.kind;
    for (let i = root.tokens.length; i < tokens.length; i++) {
      const shape = shapeOf(kind, tokens[i] ?? '');
      if (!shape) return false;
      if ('one' in shape) {
        // A list of schemas where one may stand: `items` of older drafts.
        if (kind === 'schema' && /^\d+$/.test(tokens[i + 1] ?? '')) i++;
        kind = shape.one;
      } else {
        i++;
        kind = 'map' in shape ? shape.map : shape.list;
      }
    }
    return true;
  }
}

const isPart = (kind: Kind): kind is 'parameter' | 'response' | 'path-item' =>
  kind === 'parameter' || kind === 'response' || kind === 'path-item';

/** A local reference that leads to where its target is now. */
function rename(reference: string, moves: Edits): string {
  const fragment = decodeFragment(reference.slice(1));
  if (fragment === undefined) return reference;
  const tokens = tokensOf(fragment);
  const now = moves.forward(tokens);
  return now.length === tokens.length && now.every((token, i) => token === tokens[i]) ? reference : encode(now);
}

const encode = (tokens: readonly string[]): string =>
  `#${tokens.map((token) => `/${encodeFragment(token).replaceAll('~', '~0').replaceAll('%2F', '~1')}`).join('')}`;
