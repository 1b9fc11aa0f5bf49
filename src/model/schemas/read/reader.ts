/**
 * Reads Schema Objects by the letter: every keyword, nothing guessed but what the options tell to, nothing simplified that could
 * change what is evaluated. Repairs that need to know the schemas around are made later, from the drafts that come out here.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 */
import { child, type Finding, type Pointer, quote } from '../../../diagnostics.js';
import { flagMeant, isEmptyList } from '../../meant.js';
import { type Context, describe, isObject, isOnlyReference, Node } from '../../node.js';
import { referenceThroughReference, unresolvedReference, unusableMember, valueOfOtherType, wrongType } from '../../rules.js';
import type { Json, Property, Schema, Twin, UnionSchema } from '../../schema.js';
import type { Declarations } from '../declarations.js';
import { ignoredNullable, nullableIn31 } from '../rules.js';
import { enter, type Scope } from '../scope.js';
import { conjunction, documented, union } from '../shape.js';
import { type Contents, saidAt } from '../twins.js';
import { mergeDocs, readAnnotations } from './annotations.js';
import { type RawDiscriminator, readDiscriminator } from './discriminator.js';
import { reportUnknown } from './keywords.js';
import { readConst, readEnum } from './literal.js';
import { optional, type Reading, schemas } from './reading.js';
import { readTyped } from './typed.js';
import { withinVocabularies } from './vocabulary.js';

/** Below as many levels nothing is shared, so that what is stands nowhere much deeper than it would by itself. */
const DEEPEST_TWIN = 16;
/** Below as many levels a schema gets a name, so that neither we nor those who compile the output need a deep stack. */
const DEEPEST = 64;

interface Default {
  readonly schema: Schema;
  readonly value: Json;
  readonly at: Pointer;
}
/** A property that was read, and what came up with it. */
interface First {
  readonly schema: Schema;
  readonly at: Pointer;
  readonly findings: readonly Finding[];
  readonly defaults: readonly Default[];
}

export class Reader {
  /** Of unions and, where it stands alone and heirs inherit it, of the schema objects at these pointers. */
  readonly discriminators = new Map<Pointer, RawDiscriminator>();
  /** Defaults with the schemas that they should fit. */
  readonly defaults: Default[] = [];
  private readonly context: Context;
  private readonly declarations: Declarations;
  private readonly contents: Contents | undefined;
  /** Properties by file and content: the first of each. */
  private readonly firsts = new Map<string, First>();

  /** `contents`: where properties with the same content may share a schema. */
  constructor(context: Context, declarations: Declarations, contents: Contents | undefined) {
    this.context = context;
    this.declarations = declarations;
    this.contents = contents;
  }

  /** `depth`: how many schemas without a name this one stands in. */
  read(value: Json | undefined, at: Pointer, outer: Scope, depth = 0): Schema {
    if (typeof value === 'boolean') return { kind: value ? 'any' : 'never', at };
    const meant = value === undefined ? undefined : flagMeant(value);
    if (meant !== undefined) {
      this.context.report(valueOfOtherType, at, `expected ${describe(meant)}, found ${describe(value ?? null)}`);
      return { kind: meant ? 'any' : 'never', at };
    }
    if (isEmptyList(value)) {
      this.context.report(valueOfOtherType, at, 'expected a schema, found an empty list');
      return { kind: 'any', at };
    }
    if (!isObject(value)) {
      this.context.report(
        value === null ? unusableMember : wrongType,
        at,
        `expected a schema, found ${value === undefined ? 'nothing' : describe(value)}`,
      );
      return { kind: 'any', at };
    }
    const scope = enter(outer, at, this.context.source);
    if (depth === DEEPEST) return { kind: 'reference', to: this.declarations.of(at, scope).id, at };
    const node = Node.of(this.context, at, withinVocabularies(this.context, at, value));
    return node ? this.readObject(node, scope, depth) : { kind: 'any', at };
  }

  /** Read once where others say the same; what was found there is found here. */
  private property(value: Json | undefined, at: Pointer, scope: Scope, depth: number): Pick<Property, 'schema' | 'twin'> {
    const content = isObject(value) && depth <= DEEPEST_TWIN ? this.contents?.of(value) : undefined;
    if (content === undefined) return { schema: this.read(value, at, scope, depth) };
    const { findings } = this.context;
    const key = `${content} ${at.slice(0, at.indexOf('#'))}`;
    const first = this.firsts.get(key);
    if (first) {
      const twin: Twin = { of: first.at, at };
      findings.addAll(saidAt(first.findings, twin));
      this.defaults.push(...saidAt(first.defaults, twin));
      return { schema: first.schema, twin };
    }
    const mark = this.defaults.length;
    const read = findings.hear(() => this.read(value, at, scope, depth));
    findings.addAll(read.findings);
    this.firsts.set(key, { schema: read.value, at, findings: read.findings, defaults: this.defaults.slice(mark) });
    return { schema: read.value };
  }

  private readObject(node: Node, scope: Scope, depth: number): Schema {
    // Every third schema of a document, and nothing else has to be asked for.
    if (isOnlyReference(node.value)) return this.reference(node, '$ref', scope);
    const reading: Reading = {
      node,
      schema: (...keys) => {
        let value: Json | undefined = node.value;
        for (const key of keys) value = member(value, key);
        return this.read(value, child(node.at, ...keys), scope, depth + 1);
      },
      property: (name) =>
        this.property(member(node.get('properties'), name), child(node.at, 'properties', name), scope, depth + 1),
    };
    reportUnknown(node);
    const asserted = this.unevaluated(reading, conjunction(this.parts(reading, scope), node.at));
    const schema = this.nullable(node, asserted);
    const docs = readAnnotations(node);
    if (docs?.default !== undefined) this.defaults.push({ schema, value: docs.default, at: node.pointer('default') });
    return documented(schema, mergeDocs(docs, schema.docs));
  }

  /** What a value must meet, all of it. */
  private parts(reading: Reading, scope: Scope): readonly Schema[] {
    const { node } = reading;
    const parts: Schema[] = [];
    const typed = readTyped(reading);
    if (typed.stated) parts.push(union('types', typed.members, node.at));
    else parts.push(...typed.parts);
    const constant = readConst(node);
    if (constant) parts.push(constant);
    const listed = readEnum(node);
    if (listed) parts.push(listed);
    if (node.has('$ref')) parts.push(this.reference(node, '$ref', scope));
    if (node.has('$dynamicRef')) parts.push(this.reference(node, '$dynamicRef', scope));
    if (node.has('allOf')) parts.push(...schemas(reading, 'allOf'));
    const unions = (['anyOf', 'oneOf'] as const).filter((keyword) => node.has(keyword));
    const discriminator = readDiscriminator(node);
    for (const mode of unions) {
      const members = schemas(reading, mode);
      if (members.length > 0) parts.push(this.alternatives(mode, members, node.pointer(mode), discriminator));
    }
    if (discriminator && unions.length === 0) this.discriminators.set(node.at, discriminator);
    const refused = optional(reading, 'not');
    if (refused) parts.push({ kind: 'not', schema: refused, at: node.at });
    const condition = optional(reading, 'if');
    if (condition) {
      const any = { kind: 'any', at: node.at } as const;
      parts.push({
        kind: 'conditional',
        if: condition,
        then: optional(reading, 'then') ?? any,
        else: optional(reading, 'else') ?? any,
        at: node.at,
      });
    }
    return parts;
  }

  private alternatives(
    mode: 'anyOf' | 'oneOf',
    members: readonly Schema[],
    at: Pointer,
    discriminator: RawDiscriminator | undefined,
  ): UnionSchema {
    if (discriminator) this.discriminators.set(at, discriminator);
    return { kind: 'union', mode, members, at };
  }

  private unevaluated(reading: Reading, base: Schema): Schema {
    const properties = optional(reading, 'unevaluatedProperties');
    const items = optional(reading, 'unevaluatedItems');
    if (!properties && !items) return base;
    return { kind: 'unevaluated', base, at: reading.node.at, ...(properties && { properties }), ...(items && { items }) };
  }

  private nullable(node: Node, schema: Schema): Schema {
    if (!node.has('nullable') || this.context.source.isStrict(node.at)) return schema;
    if (node.boolean('nullable') !== true) return schema;
    const honoured = this.context.options.schemas.nullable === 'honour';
    // Text is what raising has passed over, and it has been said that it is one.
    if (typeof node.get('nullable') === 'boolean')
      this.context.report(
        honoured ? nullableIn31 : ignoredNullable,
        node.pointer('nullable'),
        honoured
          ? 'null is accepted, although nullable is no keyword since 3.1'
          : 'nullable is no keyword since 3.1, and is ignored',
        'key',
      );
    if (!honoured) return schema;
    return union('anyOf', [schema, { kind: 'null', at: node.pointer('nullable') }], node.at);
  }

  private reference(node: Node, keyword: '$ref' | '$dynamicRef', scope: Scope): Schema {
    const at = node.pointer(keyword);
    const reference = node.string(keyword);
    if (reference === undefined) return { kind: 'any', at: node.at };
    const target = this.context.source.resolve(reference, node.at);
    if ('problem' in target) {
      this.context.report(unresolvedReference, at, `${quote(reference)} ${target.problem}`);
      return { kind: 'any', at: node.at };
    }
    if (target.through !== undefined)
      this.context.report(referenceThroughReference, at, `${quote(reference)} passes ${target.through}`);
    // Of a component it is said once, where it stands.
    if (!isObject(target.value) && typeof target.value !== 'boolean' && !this.declarations.at(target.at)) {
      this.context.report(unresolvedReference, at, `${quote(reference)} leads to ${describe(target.value)}, which is no schema`);
      return { kind: 'any', at: node.at };
    }
    const bound =
      keyword === '$dynamicRef' && target.dynamicAnchor !== undefined ? scope.anchors.get(target.dynamicAnchor) : undefined;
    const to = bound ?? target.at;
    this.context.followed.add(to);
    const declaration = this.declarations.of(to, enter(scope, to, this.context.source));
    return { kind: 'reference', to: declaration.id, at: node.at };
  }
}

function member(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof key === 'number') return Array.isArray(value) ? value[key] : undefined;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
