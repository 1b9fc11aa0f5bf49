/**
 * Makes the schema that is printed out of a draft, for one way of reading it: references lead to the variant of that way,
 * members that may not be sent or received are gone, types that go without saying are stated, what can't be met is gone from unions.
 *
 * Looks at drafts only, never at its own results, so that the outcome does not depend on what was refined before.
 */
import type { Pointer } from '../../../diagnostics.js';
import type { Context } from '../../node.js';
import type {
  BinarySchema,
  LiteralSchema,
  ObjectSchema,
  Property,
  Schema,
  SchemaId,
  StringSchema,
  UnionSchema,
} from '../../schema.js';
import { type Find, typesOf } from '../analyse/types-of.js';
import type { Carried } from '../carriers.js';
import type { Declarations } from '../declarations.js';
import type { RawDiscriminator } from '../read/discriminator.js';
import { binaryBesideJson, binaryInJson, impliedType, openedEnum, unsatisfiable } from '../rules.js';
import { annotated, documented, union } from '../shape.js';
import { survey } from '../survey.js';
import { ALL, NONE, OBJECT, STRING, type Types } from '../types.js';
import type { Reading } from '../variants.js';
import { Alternatives } from './alternatives.js';
import { flattened } from './flattened.js';
import { impliedTypes, TYPE_OF_KIND } from './infer.js';
import { joined } from './join.js';
import { withoutIdle, withoutRefusals } from './left.js';
import { listedValues } from './listed.js';
import { isSettled } from './settled.js';
import { SharedProperties } from './shared.js';
import { withheldBy, withheldIn } from './withheld.js';

/** What is known of a value where a schema is asked about it. */
interface Place {
  readonly reading: Reading;
  /** JSON has no bytes. */
  readonly carrier: Carried;
  /** The types that other schemas leave. */
  readonly types: Types;
  /** False where the repair `implied-type` would refuse what the document accepts: below `not` and `if`, and beside other types. */
  readonly infers: boolean;
  /** Members that may not be sent or received, by the word of a schema beside this one. */
  readonly withheld: ReadonlySet<string>;
}

const NOTHING: ReadonlySet<string> = new Set();

export class Refiner {
  private readonly context: Context;
  private readonly find: Find;
  private readonly alternatives: Alternatives;
  private readonly shared: SharedProperties;
  private readonly reach: (id: SchemaId, reading: Reading) => SchemaId;

  constructor(
    context: Context,
    declarations: Declarations,
    discriminators: ReadonlyMap<Pointer, RawDiscriminator>,
    reach: (id: SchemaId, reading: Reading) => SchemaId,
  ) {
    this.context = context;
    this.shared = new SharedProperties(context.findings);
    this.reach = reach;
    this.find = (id) => declarations.draft(id);
    this.alternatives = new Alternatives({ context, declarations, find: this.find }, discriminators);
  }

  /** Whether it can't be excluded that several members of a `oneOf` accept a value. */
  isAmbiguous(oneOf: UnionSchema): boolean {
    return this.alternatives.judge(oneOf).proved !== 'disjoint';
  }

  refine(draft: Schema, reading: Reading, carrier: Carried): Schema {
    const infers = this.context.options.schemas.impliedType === 'infer';
    return this.conjunction(draft, { reading, carrier, types: ALL, infers, withheld: NOTHING });
  }

  /** A value of its own, of which nothing is known yet: a member, an item. */
  private value(draft: Schema, place: Place): Schema {
    return isSettled(draft) ? draft : this.conjunction(draft, { ...place, types: ALL, withheld: NOTHING });
  }
  /** The same of a property, once for all that share the schema. */
  private property(property: Property, place: Place): Schema {
    if (isSettled(property.schema)) return property.schema;
    const way = `${place.reading} ${place.carrier} ${place.infers}`;
    return this.shared.once(property, way, () => this.value(property.schema, place));
  }
  /** By the letter: what refuses here is no fault of the value. */
  private letter(draft: Schema, { carrier }: Place): Schema {
    return this.conjunction(draft, { reading: 'letter', carrier, types: ALL, infers: false, withheld: NOTHING });
  }

  /** A schema together with all that it is joined with in one place. */
  private conjunction(draft: Schema, place: Place): Schema {
    if (draft.kind === 'reference') return this.part(draft, place);
    const parts = draft.kind === 'intersection' ? draft.members : [draft];
    let types = parts.reduce<Types>((left, part) => left & typesOf(part, this.find), place.types);
    const implied = types === ALL && place.infers ? impliedTypes(parts) : undefined;
    if (implied && !this.context.source.isStrict(implied.schema.at)) {
      this.context.report(impliedType, implied.schema.at, `taken to be of type ${implied.name}, as its keywords say`);
      types = implied.types;
    }
    if (types === NONE && place.types !== NONE && parts.length > 1 && !parts.some(({ kind }) => kind === 'never')) {
      this.context.report(unsatisfiable, draft.at, 'the schemas that a value must meet have no type in common');
      return documented({ kind: 'never', at: draft.at }, draft.docs);
    }
    const withheld = withheldIn(parts, place, this.find);
    const inside: Place = { ...place, types, withheld };
    const left = withoutRefusals(parts, types, this.find);
    const listed = listedValues(left, { context: this.context, find: this.find, types });
    const refined = withoutIdle(listed ?? left, this.find).map((part) => this.part(part, inside));
    const whole = joined(withoutIdle(refined, this.find), draft.at);
    return draft.kind === 'intersection' ? annotated(whole, draft.docs) : whole;
  }

  private part(part: Schema, place: Place): Schema {
    switch (part.kind) {
      case 'any':
      case 'never':
      case 'null':
      case 'boolean':
        return part;
      case 'binary':
        return this.bytes(part, place);
      case 'literal':
        return this.literal(part, place);
      case 'reference':
        return { ...part, to: this.reach(part.to, place.reading) };
      case 'number':
      case 'string':
      case 'array':
      case 'object':
        return this.typed(part, place);
      case 'intersection':
        return this.conjunction(part, place);
      case 'union':
        return this.union(part, place);
      case 'not':
        return { ...part, schema: this.letter(part.schema, place) };
      case 'conditional': {
        const branch: Place = { ...place, infers: false };
        return {
          ...part,
          if: this.letter(part.if, place),
          then: this.conjunction(part.then, branch),
          else: this.conjunction(part.else, branch),
        };
      }
      case 'unevaluated':
        return {
          ...part,
          base: this.conjunction(part.base, place),
          ...(part.properties && { properties: this.value(part.properties, place) }),
          ...(part.items && { items: this.value(part.items, place) }),
        };
      default:
        return part satisfies never;
    }
  }

  /** States the type where it is the only one left, and lets go of keywords about a type that is not. */
  private typed(part: Extract<Schema, { typed: boolean }>, place: Place): Schema {
    const kind = TYPE_OF_KIND[part.kind];
    if (!part.typed && (place.types & kind) === 0) return documented({ kind: 'any', at: part.at }, part.docs);
    const typed = part.typed || (place.types & ~kind) === 0;
    switch (part.kind) {
      case 'number':
      case 'string':
        return { ...part, typed };
      case 'array':
        return {
          ...part,
          typed,
          prefixItems: part.prefixItems.map((item) => this.value(item, place)),
          items: this.value(part.items, place),
          ...(part.contains && { contains: { ...part.contains, schema: this.letter(part.contains.schema, place) } }),
        };
      case 'object':
        return { ...this.object(part, place), typed };
      default:
        return part satisfies never;
    }
  }

  private object(object: ObjectSchema, place: Place): ObjectSchema {
    const own = withheldBy(place.reading);
    const property = (member: Property): Property[] => {
      if (member.access !== undefined && member.access === own) return [];
      const isWithheld = place.withheld.has(member.name);
      if (isWithheld && member.additional) return [];
      return [{ ...member, schema: this.property(member, place), required: member.required && !isWithheld }];
    };
    return {
      ...object,
      properties: object.properties.flatMap(property),
      patternProperties: object.patternProperties.map((entry) => ({ ...entry, schema: this.value(entry.schema, place) })),
      additionalProperties: this.value(object.additionalProperties, place),
      dependentSchemas: object.dependentSchemas.map(({ name, schema }) => ({
        name,
        schema: this.conjunction(schema, { ...place, types: OBJECT, infers: false }),
      })),
      ...(object.propertyNames && {
        propertyNames: this.conjunction(object.propertyNames, { ...place, types: STRING, infers: false, withheld: NOTHING }),
      }),
    };
  }

  /** Where a member has to be left out of a request, what told the alternatives apart may be gone with it. */
  private isLenient(draft: UnionSchema, reading: Reading): boolean {
    if (reading !== 'request') return reading === 'response';
    const { readOnly, references } = survey(draft);
    return readOnly || [...references].some((to) => this.reach(to, reading) !== to);
  }

  private union(draft: UnionSchema, place: Place): Schema {
    if (draft.mode === 'types') {
      const members = draft.members.filter((member) => typesOf(member, this.find) & place.types);
      return annotated(
        union(
          'types',
          members.map((member) => this.part(member, place)),
          draft.at,
        ),
        draft.docs,
      );
    }
    const judged = this.alternatives.judge(draft);
    const lenient = this.context.options.schemas.overlappingOneOf === 'any-of' && this.isLenient(draft, place.reading);
    const mode = judged.proved === 'disjoint' || lenient ? 'anyOf' : draft.mode;
    const isMember = (member: Schema, i: number): boolean =>
      (typesOf(member, this.find) & place.types) !== NONE && (mode === 'oneOf' || !judged.repeated.has(i));
    const inside: Place = { ...place, infers: place.infers && place.types === ALL };
    const members = draft.members.filter(isMember);
    const objects = members.filter((member) => typesOf(member, this.find) === OBJECT);
    const refined = (list: readonly Schema[]) => list.map((member) => this.conjunction(member, inside));
    const isWhole = objects.length === draft.members.filter((member) => typesOf(member, this.find) === OBJECT).length;
    if (judged.discriminator && isWhole && objects.length > 1) {
      const told: UnionSchema = {
        kind: 'union',
        mode: judged.discriminator.optional ? mode : 'anyOf',
        members: refined(objects),
        at: draft.at,
        discriminator: judged.discriminator,
      };
      const others = refined(members.filter((member) => !objects.includes(member)));
      return annotated(flattened(mode, [told, ...others], draft), draft.docs);
    }
    return annotated(flattened(mode, refined(members), draft), draft.docs);
  }

  private bytes(part: BinarySchema, { carrier }: Place): BinarySchema | StringSchema {
    if (carrier === 'both')
      this.context.report(binaryBesideJson, part.at, 'JSON brings it, and a form or another body too: no JSON is valid here');
    if (carrier !== 'json') return part;
    const { kind: _, ...rest } = part;
    this.context.report(binaryInJson, rest.at, 'JSON has no bytes: taken to be a string');
    return { ...rest, kind: 'string', typed: true, format: { name: 'binary', asserted: false, branded: false } };
  }

  private literal(part: LiteralSchema, place: Place): Schema {
    const open = place.reading === 'response' && this.context.options.schemas.openEnums === 'responses' && part.values.length > 1;
    if (!open) return part;
    this.context.report(openedEnum, part.at, 'in responses, other values of the same JSON types are accepted');
    return { ...part, open };
  }
}
