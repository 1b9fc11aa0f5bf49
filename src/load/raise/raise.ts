/** One parsed file, or the parts of it that are referred to, raised to OpenAPI 3.2 with JSON Schema 2020-12. */
import type { Finding } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Options } from '../../options.js';
import { withValueAt } from '../json-value.js';
import { tokensOf, valueAt } from '../pointer.js';
import { decodeFragment } from '../references/uri.js';
import type { Dialect } from './dialect.js';
import { Edits } from './edits.js';
import { type Kind, shapeOf } from './grammar.js';
import { type Registry, type WalkContext, walk } from './walk.js';

export interface RaiseContext {
  readonly file: string;
  readonly uri: string;
  readonly dialect: Dialect;
  readonly options: Options;
  readonly findings: Finding[];
  readonly count: { nodes: number };
}

/** The raising of one file; parts are added as references ask for them. */
export class Raising {
  readonly registry: Registry = { references: [], identifiers: [], anchors: [], strict: new Set() };
  /** In the order taken: first what moved between versions of OpenAPI, then what moved in schemas. */
  readonly edits: readonly Edits[];
  private readonly schemaEdits = new Edits();
  private readonly roots: { readonly tokens: readonly string[]; readonly kind: Kind }[] = [];
  private readonly context: WalkContext;
  private current: Json;
  private local = 0;

  /** `moves`: what was moved before, between versions of OpenAPI. */
  constructor(value: Json, context: RaiseContext, moves?: Edits) {
    this.current = value;
    this.edits = moves ? [moves, this.schemaEdits] : [this.schemaEdits];
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
      renamed: (reference) => (moves && !moves.isEmpty ? rename(reference, moves) : reference),
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
      const fragment = decodeFragment(entry.reference.slice(1));
      if (fragment !== undefined) this.part(tokensOf(fragment), entry.kind);
    }
  }

  private part(authored: readonly string[], kind: Kind): void {
    const tokens = this.edits.length > 1 ? (this.edits[0]?.forward(authored) ?? authored) : authored;
    if (this.isRaised(tokens)) return;
    // Parts that are data have not been moved, so that the author's tokens lead to them.
    const value = valueAt(this.current, tokens);
    if (value === undefined) return;
    this.roots.push({ tokens, kind });
    const raised = walk(value, kind, tokens, this.context);
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

/** A local reference that leads to where its target is now. */
function rename(reference: string, moves: Edits): string {
  const fragment = decodeFragment(reference.slice(1));
  if (fragment === undefined) return reference;
  const tokens = tokensOf(fragment);
  const now = moves.forward(tokens);
  return now.length === tokens.length && now.every((token, i) => token === tokens[i]) ? reference : encode(now);
}

const encode = (tokens: readonly string[]): string =>
  `#${tokens.map((token) => `/${encodeURIComponent(token).replaceAll('~', '~0').replaceAll('%2F', '~1')}`).join('')}`;
