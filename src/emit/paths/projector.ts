/** What the shapes share: the references, the components that they lead to, and what could not be shown. */
import { child, type Finding, type Pointer, unescaped } from '../../diagnostics.js';
import type { JsonObject, Source } from '../../load/source.js';
import { isObject } from '../../model/node.js';
import type { Json } from '../../model/schema.js';
import { pathsIncomplete } from './rules.js';

/** Where a value stands; its pointer is made only where one is asked for. */
export interface Place {
  readonly up: Place | Pointer;
  readonly key: string | number;
}

interface Followed {
  readonly value: JsonObject;
  readonly place: Place;
}

/** Undefined: the value is of another type than the place has, and is left out. */
export type Shape = (value: Json, place: Place, projector: Projector) => Json | undefined;

/** Sections of `components` that openapi-typescript knows. */
export const sections = ['schemas', 'responses', 'parameters', 'requestBodies', 'headers', 'pathItems'] as const;
export type Section = (typeof sections)[number];

export class Projector {
  readonly findings: Finding[] = [];
  private readonly source: Source;
  private readonly shapes: Readonly<Record<Section, Shape>>;
  private readonly components: JsonObject;
  private readonly done: Record<Section, Map<string, Json | undefined>>;
  private readonly hoisted = new Map<Pointer, string>();
  /** What references that were followed end at. */
  private readonly ends = new Map<Pointer, Followed | undefined>();
  /** Named and not made yet; the first one is being made. */
  private readonly pending: { readonly section: Section; readonly name: string; readonly value: Json; readonly place: Place }[] =
    [];
  private readonly operationIds = new Set<string>();

  constructor(source: Source, shapes: Readonly<Record<Section, Shape>>) {
    this.source = source;
    this.shapes = shapes;
    this.components = objectIn(source.document, 'components');
    this.done = {
      schemas: new Map(),
      responses: new Map(),
      parameters: new Map(),
      requestBodies: new Map(),
      headers: new Map(),
      pathItems: new Map(),
    };
  }

  /** All components of the document, and those that were made of what references lead to elsewhere. */
  finish(): JsonObject {
    for (const section of sections) {
      for (const [name, value] of Object.entries(objectIn(this.components, section)))
        this.component(section, name, value, { up: child('#/components', section), key: name });
    }
    return Object.fromEntries(
      sections.map((section) => [
        section,
        Object.fromEntries([...this.done[section]].flatMap(([name, made]) => (made === undefined ? [] : [[key(name), made]]))),
      ]),
    );
  }

  /** The reference that openapi-typescript can follow; undefined where it leads nowhere, which the model has reported. */
  reference(section: Section, reference: string, place: Place): string | undefined {
    const target = this.source.resolve(reference, at(place));
    if ('problem' in target) return undefined;
    const [, place1, name1] = COMPONENT.exec(target.at) ?? [];
    if (place1 === section && name1 !== undefined) return refTo(section, unescaped(name1));
    return this.hoist(section, target.value, target.at);
  }

  /** The reference to a component that is made of what stands elsewhere. */
  hoist(section: Section, value: Json, target: Pointer): string {
    const known = this.hoisted.get(target);
    if (known !== undefined) return refTo(section, known);
    const name = this.freeName(section, target);
    this.hoisted.set(target, name);
    this.component(section, name, value, { up: target, key: '' });
    return refTo(section, name);
  }

  /** The object that a chain of references ends at. */
  follow(value: Json, place: Place): Followed | undefined {
    const visited = new Set<Pointer>();
    const end = this.endOf(value, place, visited);
    // Every link of a long chain may be a component itself, and be asked for.
    for (const link of visited) this.ends.set(link, end);
    return end;
  }

  private endOf(value: Json, place: Place, visited: Set<Pointer>): Followed | undefined {
    for (let current = value, where = place; isObject(current); ) {
      const reference = current['$ref'];
      if (typeof reference !== 'string') return { value: current, place: where };
      const target = this.source.resolve(reference, at(where));
      if ('problem' in target || visited.has(target.at)) return undefined;
      if (this.ends.has(target.at)) return this.ends.get(target.at);
      visited.add(target.at);
      current = target.value;
      where = { up: target.at, key: '' };
    }
    return undefined;
  }

  /** An `operationId` names a member of an interface, so each may come once; some spellings trip openapi-typescript's pointers. */
  claimOperationId(id: string): string | undefined {
    if (this.operationIds.has(id) || /[#/~%]/.test(id)) return undefined;
    this.operationIds.add(id);
    return id;
  }

  /** True of a number that is not the one that the document has. */
  isInexact(place: Place): boolean {
    return this.source.isInexact(at(place));
  }

  leaveOut(place: Place, what: string): void {
    this.findings.push({ rule: pathsIncomplete, at: at(place), message: `${what} has no place in paths.ts` });
  }

  private component(section: Section, name: string, value: Json, place: Place): void {
    if (this.done[section].has(name)) return;
    // Before it is made, so that it may refer to itself.
    this.done[section].set(name, undefined);
    this.pending.push({ section, name, value, place });
    if (this.pending.length > 1) return;
    // Components lead to others, in chains that may be longer than our stack: one after the other, not one inside the other.
    for (let next = this.pending[0]; next !== undefined; next = this.pending[0]) {
      const followed = next.section === 'schemas' ? next : this.follow(next.value, next.place);
      this.done[next.section].set(next.name, followed && this.shapes[next.section](followed.value, followed.place, this));
      this.pending.shift();
    }
  }

  private freeName(section: Section, target: Pointer): string {
    const plain = target.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '') || 'document';
    const isTaken = (name: string): boolean =>
      this.done[section].has(name) || Object.hasOwn(objectIn(this.components, section), name);
    let name = plain;
    for (let n = 2; isTaken(name); n++) name = `${plain}_${n}`;
    return name;
  }
}

/** How many values a place stands in. */
export function depthOf({ up }: Place): number {
  let depth = 1;
  for (let above = up; typeof above !== 'string'; above = above.up) depth++;
  return depth;
}

const COMPONENT = /^#\/components\/([^/]+)\/([^/]+)$/;

export function at({ up, key: own }: Place): Pointer {
  const above = typeof up === 'string' ? up : at(up);
  return own === '' ? above : child(above, own);
}

const refTo = (section: Section, name: string): string => child(`#/components/${section}`, key(name));

/**
 * openapi-typescript percent-decodes names when it takes its own pointers apart, and fails at `100%`. So the sign is written as a
 * character of the private use area, which `restored` undoes in the text that is printed.
 */
export const key = (name: string): string => name.replaceAll('%', PERCENT);
export const restored = (text: string): string => text.replaceAll(PERCENT, '%').replaceAll('\\uE025', '%');
const PERCENT = '\ue025';

function objectIn(object: JsonObject, name: string): JsonObject {
  const value = Object.hasOwn(object, name) ? object[name] : undefined;
  return isObject(value) ? value : {};
}
