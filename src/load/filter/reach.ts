/** The components that a document uses. */
import { child, type Pointer } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { assign, isObject } from '../json-value.js';
import { placeOf } from '../pointer.js';
import { encodeFragment } from '../references/uri.js';
import type { JsonObject, Source } from '../source.js';

/** The components that the rest of the document reaches. Security schemes are named, not referred to, and all stay. */
export function reachable(components: JsonObject, source: Source): JsonObject {
  const reach = new Reach(source);
  for (const [key, value] of Object.entries(source.document)) if (key !== 'components') reach.visit(value, child('#', key));
  reach.run();
  // What extends a schema with a discriminator is one of its forms, though nothing refers to it.
  while (reach.addForms(components['schemas'])) reach.run();
  const out: { [key: string]: Json } = {};
  for (const [kind, members] of Object.entries(components)) {
    const named = isObject(members) && kind !== 'securitySchemes' && !kind.startsWith('x-');
    assign(out, kind, named ? reach.keptOf(members, kind) : members);
  }
  return out;
}

class Reach {
  private readonly source: Source;
  /** `kind/name` of components. */
  private readonly kept = new Set<string>();
  private readonly visited = new Set<object>();
  private readonly waiting: { readonly value: Json; readonly at: Pointer }[] = [];

  constructor(source: Source) {
    this.source = source;
  }

  visit(value: Json, at: Pointer): void {
    this.waiting.push({ value, at });
  }

  run(): void {
    for (let next = this.waiting.pop(); next; next = this.waiting.pop()) this.step(next.value, next.at);
  }

  keptOf(members: JsonObject, kind: string): JsonObject {
    const out: { [key: string]: Json } = {};
    for (const [name, value] of Object.entries(members)) if (this.kept.has(`${kind}/${name}`)) assign(out, name, value);
    return out;
  }

  /** True where a schema was added. */
  addForms(schemas: Json | undefined): boolean {
    if (!isObject(schemas)) return false;
    let added = false;
    for (const [name, schema] of Object.entries(schemas)) {
      if (this.kept.has(`schemas/${name}`) || !isObject(schema) || !Array.isArray(schema['allOf'])) continue;
      const at = child('#', 'components', 'schemas', name);
      if (!schema['allOf'].some((member) => this.isForm(member, at))) continue;
      this.keep(at, schema);
      added = true;
    }
    return added;
  }

  private isForm(member: Json, at: Pointer): boolean {
    const reference = isObject(member) ? member['$ref'] : undefined;
    if (typeof reference !== 'string') return false;
    const target = this.source.resolve(reference, at);
    if (!('at' in target) || !isObject(target.value) || target.value['discriminator'] === undefined) return false;
    const name = componentOf(target.at);
    return name === undefined || this.kept.has(name);
  }

  private step(value: Json, at: Pointer): void {
    if (typeof value !== 'object' || value === null || this.visited.has(value)) return;
    this.visited.add(value);
    if (Array.isArray(value)) {
      for (const [i, entry] of value.entries()) this.visit(entry, child(at, i));
      return;
    }
    if (!isObject(value)) return;
    for (const [key, held] of Object.entries(value)) {
      if ((key === '$ref' || key === '$dynamicRef') && typeof held === 'string') this.follow(held, at);
      else if (key === 'mapping' && isObject(held)) this.followMapping(held, at);
      this.visit(held, child(at, key));
    }
  }

  private followMapping(mapping: JsonObject, at: Pointer): void {
    for (const target of Object.values(mapping)) {
      if (typeof target !== 'string') continue;
      this.follow(`#/components/schemas/${encodeFragment(target)}`, at);
      this.follow(target, at);
    }
  }

  private follow(reference: string, from: Pointer): void {
    const target = this.source.resolve(reference, from);
    if ('at' in target) this.keep(target.at, target.value);
  }

  private keep(at: Pointer, value: Json): void {
    const name = componentOf(at);
    if (name === undefined) this.visit(value, at);
    else if (!this.kept.has(name)) {
      this.kept.add(name);
      // The component as a whole: references may lead into it.
      const root = at.split('/').slice(0, 4).join('/');
      this.visit(this.source.get(root) ?? value, root);
    }
  }
}

/** `kind/name` of the component of the main document that a pointer is in. */
function componentOf(at: Pointer): string | undefined {
  const { file, tokens } = placeOf(at);
  return file === '' && tokens[0] === 'components' && tokens.length >= 3 ? `${tokens[1]}/${tokens[2]}` : undefined;
}
