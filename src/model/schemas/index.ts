/** The schemas of a document: read once, by need, and given out as they may be sent or received. */
import { child, type Pointer } from '../../diagnostics.js';
import { byCodeUnits, type Context, describe, type Node } from '../node.js';
import type { ArraySchema, NamedSchema, ObjectSchema, Schema, SchemaId } from '../schema.js';
import { accepts } from './analyse/accepts.js';
import { reportCycles } from './analyse/cycles.js';
import { reportEndless } from './analyse/endless.js';
import { typesOf } from './analyse/types-of.js';
import { type Carrier, Carriers } from './carriers.js';
import { type Declaration, Declarations } from './declarations.js';
import { inheritDiscriminators } from './inherit.js';
import type { RawDiscriminator } from './read/discriminator.js';
import { Reader } from './read/reader.js';
import { partRecursiveBases } from './recursive-base.js';
import { Refiner } from './refine/refiner.js';
import { invalidDefault, keywordWithoutEffect } from './rules.js';
import { begin } from './scope.js';
import { Contents } from './twins.js';
import type { Types } from './types.js';
import { type Reading, Variants } from './variants.js';

export type { Carrier } from './carriers.js';
export type Direction = 'request' | 'response';

interface Reached {
  readonly id: SchemaId;
  readonly declaration: Declaration;
  readonly reading: Reading;
}

export class Schemas {
  private readonly context: Context;
  private readonly declarations: Declarations;
  private readonly reader: Reader;
  private readonly variants: Variants;
  private readonly refiner: Refiner;
  /** What has a name in the output, by that name, in the order in which it was met. */
  private readonly reached = new Map<SchemaId, Reached>();
  private readonly named = new Map<SchemaId, NamedSchema>();
  private readonly built = new Map<string, Schema>();
  private readonly carriers = new Carriers();
  private readonly ids = new Map<string, SchemaId>();
  private readonly drafts: (Declaration & { readonly schema: Schema })[] = [];
  /** Whether components and their heirs have been put in order, which is done once. */
  private areRelated = false;
  /** The discriminators that stand beside no union and hold the heirs of their schema. */
  private inherited: ReadonlySet<RawDiscriminator> = new Set();

  /** `sharesTwins`: properties that say the same in several places share a schema. */
  constructor(context: Context, sharesTwins: boolean) {
    this.context = context;
    this.declarations = new Declarations(context);
    this.reader = new Reader(context, this.declarations, sharesTwins ? new Contents() : undefined);
    this.variants = new Variants(context.options.schemas, (union) => this.refiner.isAmbiguous(union));
    this.refiner = new Refiner(context, this.declarations, this.reader.discriminators, (id, reading) => this.reach(id, reading));
  }

  /** Claims the names of all components first, in canonical order, so that names never depend on who refers to what. */
  declareComponents(): void {
    this.declarations.declareComponents();
  }

  /**
   * The schema that is a member of a node (Schema Object, boolean or reference), as it may be sent or received. References inside
   * lead to the variant of the direction where it differs. `carrier` says whether bytes can be in it.
   */
  build(owner: Node, key: string, direction: Direction, carrier: Carrier = 'any'): Schema {
    const at = owner.pointer(key);
    const place = `${direction} ${carrier} ${at}`;
    const known = this.built.get(place);
    if (known) return known;
    const { source } = this.context;
    const component = this.declarations.at(at);
    // The place of a component is the component; whatever else has a name by now depends on what was built before.
    const draft: Schema =
      component?.origin === 'component'
        ? { kind: 'reference', to: component.id, at }
        : this.reader.read(owner.get(key), at, begin(at, source));
    this.drain();
    this.carriers.add(draft, carrier);
    const schema = this.refiner.refine(draft, direction, carrier);
    this.built.set(place, schema);
    return schema;
  }

  /** The list or the object that a reference leads to, as `build` would give it in place; undefined where it leads to something else. */
  collectionBehind(schema: Schema, direction: Direction): ArraySchema | ObjectSchema | undefined {
    const visited = new Set<SchemaId>();
    let target = schema;
    while (target.kind === 'reference' && !visited.has(target.to)) {
      visited.add(target.to);
      const draft = this.declarations.draft(this.reached.get(target.to)?.declaration.id ?? target.to);
      if (!draft) return undefined;
      target = draft.kind === 'reference' ? draft : this.refiner.refine(draft, direction, 'any');
    }
    return target.kind === 'array' || target.kind === 'object' ? target : undefined;
  }

  /** The types of the values that a schema which `build` gave accepts. */
  typesOf(schema: Schema): Types {
    return typesOf(schema, (id) => this.declarations.draft(this.reached.get(id)?.declaration.id ?? id));
  }

  /** Gives an inline schema a declaration of its own, named after `source`. A bare reference has one already. */
  declare(schema: Schema, source: string, at: Pointer): SchemaId {
    if (schema.kind === 'reference' && !schema.docs) return schema.to;
    const id = this.context.names.claim({ source, style: 'type', at });
    this.named.set(id, { id, schema, origin: 'inline', source, at });
    return id;
  }

  /** Everything declared or reached, by id. After this nothing may be built. */
  finish(): readonly NamedSchema[] {
    this.drain();
    this.review();
    this.carriers.spread((id) => this.declarations.draft(id));
    for (const { id } of this.declarations.components()) this.reach(id, 'letter');
    for (const { id, declaration, reading } of this.reached.values()) this.named.set(id, this.name(id, declaration, reading));
    return [...this.named.values()].sort((a, b) => byCodeUnits(a.id, b.id));
  }

  /** Reads all that is referred to and not read yet, so that whoever refines can look at it. */
  private drain(): void {
    const fresh: Declaration[] = [];
    this.declarations.drain((declaration) => {
      fresh.push(declaration);
      return this.reader.read(this.context.source.get(declaration.at), declaration.at, declaration.scope);
    });
    if (!this.areRelated) {
      fresh.push(...partRecursiveBases(this.context, this.declarations));
      this.inherited = inheritDiscriminators(this.context, this.declarations, this.reader.discriminators);
    }
    this.areRelated = true;
    const drafts = fresh.flatMap((declaration) => {
      const schema = this.declarations.draft(declaration.id);
      return schema ? [{ ...declaration, schema }] : [];
    });
    if (drafts.length === 0) return;
    this.drafts.push(...drafts);
    this.variants.add(drafts.map(({ id, schema }) => [id, schema]));
  }

  /** What can be said only when everything is known. */
  private review(): void {
    const find = (id: SchemaId): Schema | undefined => this.declarations.draft(id);
    const drafts = this.drafts.toSorted((a, b) => byCodeUnits(a.at, b.at));
    const cyclic = reportCycles(this.context, drafts);
    reportEndless(this.context, drafts, cyclic);
    for (const [place, raw] of this.reader.discriminators) {
      if (raw.at === child(place, 'discriminator') && !this.inherited.has(raw))
        this.context.report(
          keywordWithoutEffect,
          raw.at,
          'discriminator waits for anyOf, oneOf or schemas that inherit this one by allOf',
          'key',
        );
    }
    for (const { schema, value, at } of this.reader.defaults) {
      if (accepts(schema, value, find) === false)
        this.context.report(invalidDefault, at, `${describe(value)} breaks the schema that it stands in`);
    }
  }

  /** The name under which a declaration is read in a way; it is in the output from now on. */
  private reach(base: SchemaId, reading: Reading): SchemaId {
    const declaration = this.declarations.get(base);
    const difference = this.variants.difference(base, reading);
    const way = difference ? reading : 'letter';
    const key = `${base} ${way}`;
    const known = this.ids.get(key);
    if (known) return known;
    if (!declaration) return base;
    const id = difference ? this.variantName(declaration, reading, difference) : base;
    this.ids.set(key, id);
    this.reached.set(id, { id, declaration, reading: way });
    return id;
  }

  private variantName({ id, at }: Declaration, reading: Reading, difference: 'type' | 'check'): SchemaId {
    const suffix = difference === 'check' ? 'Received' : reading === 'request' ? 'Request' : 'Response';
    return this.context.names.claim({ source: `${id}${suffix}`, style: 'type', at });
  }

  private name(id: SchemaId, { id: base, origin, source, at }: Declaration, reading: Reading): NamedSchema {
    const draft = this.declarations.draft(base) ?? { kind: 'any', at };
    const schema = this.refiner.refine(draft, reading, this.carriers.of(base));
    if (reading === 'letter') return { id, schema, origin, source, at };
    if (this.variants.difference(base, reading) === 'check') {
      this.reach(base, 'letter');
      return { id, schema, origin: 'inline', direction: 'response', sameTypeAs: base, source, at };
    }
    return {
      id,
      schema,
      origin: origin === 'component' ? 'variant' : 'inline',
      direction: reading === 'request' ? 'request' : 'response',
      source,
      at,
    };
  }
}
