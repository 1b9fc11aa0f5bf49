/**
 * Which URI names which schema resource, and which anchors it has: JSON Schema's `$id`, `$anchor`, `$dynamicAnchor`.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2
 */
import type { Pointer } from '../../diagnostics.js';
import { placeOf, pointerOf } from '../pointer.js';
import type { Resource } from '../source.js';
import { forwardSchemas, type LoadedFile } from './loaded-file.js';
import { splitFragment } from './uri.js';

export class Resources {
  /** Roots by URI without fragment: files and embedded schemas. */
  private readonly roots = new Map<string, Pointer>();
  /** Base URIs by the root's pointer, embedded schemas only. */
  private readonly bases = new Map<Pointer, string>();
  private readonly anchors = new Map<string, { readonly at: Pointer; readonly dynamic: boolean }>();
  private readonly dynamic = new Map<Pointer, Map<string, Pointer>>();
  readonly hasDynamicAnchors: boolean;
  readonly hasIdentifiers: boolean;

  constructor(files: Iterable<LoadedFile>, aliases: readonly string[]) {
    const all = [...files];
    for (const file of all) this.roots.set(splitFragment(file.uri).uri, `${file.id}#`);
    for (const file of all) {
      for (const { at, uri } of file.registry.identifiers) {
        const base = splitFragment(uri).uri;
        const now = moved(file, at);
        if (!this.roots.has(base)) this.roots.set(base, now);
        this.bases.set(now, base);
      }
    }
    for (const uri of aliases) if (!this.roots.has(splitFragment(uri).uri)) this.roots.set(splitFragment(uri).uri, '#');
    this.hasIdentifiers = this.bases.size > 0;
    for (const file of all) {
      for (const { at, name, dynamic, base } of file.registry.anchors) {
        const uri = splitFragment(base ?? file.uri).uri;
        const now = moved(file, at);
        const key = `${uri}#${name}`;
        if (!this.anchors.has(key)) this.anchors.set(key, { at: now, dynamic });
        if (!dynamic) continue;
        const root = this.rootOf(now);
        const known = this.dynamic.get(root) ?? new Map<string, Pointer>();
        known.set(name, now);
        this.dynamic.set(root, known);
      }
    }
    this.hasDynamicAnchors = this.dynamic.size > 0;
  }

  /** The root of the resource that a URI without fragment names. */
  find(uri: string): Pointer | undefined {
    return this.roots.get(uri);
  }

  anchor(uri: string, name: string): { readonly at: Pointer; readonly dynamic: boolean } | undefined {
    return this.anchors.get(`${uri}#${name}`);
  }

  /** The base URI that the nearest `$id` above (or at) a pointer sets; undefined where that of the file is in force. */
  baseAt(at: Pointer): string | undefined {
    return this.hasIdentifiers ? this.bases.get(this.rootOf(at)) : undefined;
  }

  resourceOf(at: Pointer): Resource | undefined {
    if (!this.hasDynamicAnchors) return undefined;
    const root = this.rootOf(at);
    return { at: root, dynamicAnchors: this.dynamic.get(root) ?? new Map() };
  }

  private rootOf(at: Pointer): Pointer {
    for (let end = at.length; end > at.indexOf('#') + 1; end = at.lastIndexOf('/', end - 1)) {
      if (this.bases.has(at.slice(0, end))) return at.slice(0, end);
    }
    return at.slice(0, at.indexOf('#') + 1);
  }
}

/** A pointer that was noted while schemas were raised, as it is after that. */
export function moved(file: LoadedFile, at: Pointer): Pointer {
  const { tokens } = placeOf(at);
  return pointerOf(file.id, forwardSchemas(file, tokens));
}
