/** Which places of the document have a name, and the drafts of the schemas that stand there. */
import { child, type Pointer, quote } from '../../diagnostics.js';
import { byCodeUnits, type Context, isObject, isOnlyReference, Node } from '../node.js';
import type { Schema, SchemaId } from '../schema.js';
import { nameOfPlace } from './place.js';
import { schemaOptionUnknown } from './rules.js';
import { begin, type Scope } from './scope.js';

/** A schema by the letter of the document; variants are made of it. */
export interface Declaration {
  readonly id: SchemaId;
  readonly origin: 'component' | 'inline';
  readonly source: string;
  readonly at: Pointer;
  readonly scope: Scope;
}

const COMPONENTS = '#/components/schemas';

export class Declarations {
  private readonly context: Context;
  private readonly byPlace = new Map<string, Declaration>();
  private readonly byId = new Map<SchemaId, Declaration>();
  private readonly drafts = new Map<SchemaId, Schema>();
  /** Claimed, and not read yet. */
  private readonly pending: Declaration[] = [];

  constructor(context: Context) {
    this.context = context;
  }

  /** Names for all components at once: they do not depend on who refers to what. */
  declareComponents(): void {
    const { source, names, options } = this.context;
    const map = source.get(COMPONENTS);
    const pins = options.schemas.names;
    for (const pin of Object.keys(pins).sort(byCodeUnits))
      if (!isObject(map) || !Object.hasOwn(map, pin))
        this.context.report(schemaOptionUnknown, COMPONENTS, `\`schemas.names\`: no component is called ${quote(pin)}`, 'key');
    if (!isObject(map)) {
      Node.of(this.context, COMPONENTS, map);
      return;
    }
    const components = Object.keys(map).sort(byCodeUnits);
    const given = names.claimAll(
      components.map((name) => ({
        source: name,
        style: 'type',
        at: child(COMPONENTS, name),
        pinned: Object.hasOwn(pins, name) ? pins[name] : undefined,
      })),
    );
    const own = new Set(given.keys());
    for (const name of components) {
      const key = child(COMPONENTS, name);
      const id = given.get(key);
      if (id === undefined) continue;
      const elsewhere = this.target(key, map[name]);
      const at = elsewhere !== undefined && !own.has(elsewhere) && !this.byPlace.has(elsewhere) ? elsewhere : key;
      const declaration = this.add({ id, origin: 'component', source: name, at, scope: begin(at, source) });
      this.byPlace.set(key, declaration);
    }
  }

  /**
   * A component that is nothing but a reference to another file names what is there, so that the references inside that file
   * find it under the component's name.
   */
  private target(at: Pointer, value: unknown): Pointer | undefined {
    if (!isOnlyReference(value)) return undefined;
    const target = this.context.source.resolve(value.$ref, at);
    return 'problem' in target || target.through !== undefined ? undefined : target.at;
  }

  /** The declaration of the schema at a pointer, entered under a scope. */
  of(at: Pointer, scope: Scope): Declaration {
    const fresh = begin(at, this.context.source);
    const place = scope.key === fresh.key ? at : `${at}\n${scope.key}`;
    const known = this.byPlace.get(place);
    if (known) return known;
    const source = nameOfPlace(at);
    const id = this.context.names.claim({ source, style: 'type', at });
    return this.add({ id, origin: 'inline', source, at, scope }, place);
  }

  /** What is declared at a pointer, if something is. */
  at(at: Pointer): Declaration | undefined {
    return this.byPlace.get(at);
  }
  get(id: SchemaId): Declaration | undefined {
    return this.byId.get(id);
  }
  /** By the letter. Undefined while it is being read, and for what does not exist. */
  draft(id: SchemaId): Schema | undefined {
    return this.drafts.get(id);
  }
  /** A declaration of something that stands nowhere in the document as it is. */
  adopt(draft: Schema, source: string, at: Pointer): Declaration {
    const id = this.context.names.claim({ source, style: 'type', at });
    const declaration: Declaration = { id, origin: 'inline', source, at, scope: begin(at, this.context.source) };
    this.byId.set(id, declaration);
    this.drafts.set(id, draft);
    return declaration;
  }
  redraft(id: SchemaId, draft: Schema): void {
    this.drafts.set(id, draft);
  }
  components(): readonly Declaration[] {
    return [...this.byId.values()].filter((declaration) => declaration.origin === 'component');
  }

  /** Reads what was claimed, and what that claims, until nothing is left. */
  drain(read: (declaration: Declaration) => Schema): void {
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) this.drafts.set(next.id, read(next));
  }

  private add(declaration: Declaration, place: string = declaration.at): Declaration {
    this.byPlace.set(place, declaration);
    this.byId.set(declaration.id, declaration);
    this.pending.push(declaration);
    return declaration;
  }
}
