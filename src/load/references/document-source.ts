/** What loading hands over: lookups, references and positions over the files of one document. */
import { child, type Pointer, type Position, quote, tokensOf } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { isObject } from '../json-value.js';
import { member, placeOf, pointerOf, valueAt } from '../pointer.js';
import type { JsonObject, Resolved, Resource, Source, Vocabulary } from '../source.js';
import { back, backSchemas, forward, forwardSchemas, type LoadedFile } from './loaded-file.js';
import { moved, Resources } from './resources.js';
import { decodeFragment, resolveUri, splitFragment } from './uri.js';

export interface SourceParts {
  readonly main: LoadedFile;
  readonly document: JsonObject;
  readonly version: string;
  /** By id, the main document included. */
  readonly files: ReadonlyMap<string, LoadedFile>;
  /** Other URIs of the main document. */
  readonly aliases: readonly string[];
  /** Why a URI (without fragment) was not read. */
  readonly refused: ReadonlyMap<string, string>;
  readonly inputs: Source['inputs'];
  /** Of schemas with a `$schema` that an author wrote. */
  readonly vocabularies: ReadonlyMap<Pointer, ReadonlySet<Vocabulary>>;
}

export class DocumentSource implements Source {
  readonly name: string;
  readonly document: JsonObject;
  readonly version: string;
  readonly inputs: Source['inputs'];
  readonly isPlain: boolean;
  private readonly files: ReadonlyMap<string, LoadedFile>;
  private readonly refused: ReadonlyMap<string, string>;
  private readonly resources: Resources;
  private readonly strict = new Set<Pointer>();
  private readonly inexact = new Set<Pointer>();
  private readonly vocabularies: SourceParts['vocabularies'];
  /** Most references are asked for many times. */
  private readonly local = new Map<string, Resolved>();
  /** Objects whose reference a pointer is passing, so that none passes itself. */
  private readonly passing = new Set<Pointer>();

  constructor(parts: SourceParts) {
    this.name = parts.main.name;
    this.document = parts.document;
    this.version = parts.version;
    this.inputs = parts.inputs;
    this.files = parts.files;
    this.refused = parts.refused;
    this.vocabularies = parts.vocabularies;
    this.resources = new Resources(parts.files.values(), parts.aliases);
    for (const file of parts.files.values()) {
      for (const at of file.registry.strict) this.strict.add(moved(file, at));
      for (const at of file.registry.inexact) this.inexact.add(moved(file, at));
    }
    this.isPlain = this.strict.size === 0 && !this.resources.hasIdentifiers && !this.resources.hasDynamicAnchors;
  }

  get(at: Pointer): Json | undefined {
    const { file, tokens } = placeOf(at);
    const value = this.files.get(file)?.value;
    return value === undefined ? undefined : valueAt(value, tokens);
  }

  resolve(reference: string, from: Pointer): Resolved {
    const id = from.slice(0, from.indexOf('#'));
    const file = this.files.get(id);
    if (!file) return { problem: 'stands in a file that was not read' };
    if (reference === '') return { problem: 'is empty' };
    // `URL` would pass over it.
    if (/^\s|\s$|[\t\r\n]/.test(reference)) return { problem: 'has white space in it or around it, which no URI reference has' };
    const base = this.resources.baseAt(from);
    if (base !== undefined || !reference.startsWith('#')) return this.byUri(reference, base ?? file.uri);
    const key = `${id} ${reference}`;
    const known = this.local.get(key);
    if (known) return known;
    const resolved = this.fragment(`${id}#`, splitFragment(file.uri).uri, reference.slice(1), true);
    this.local.set(key, resolved);
    return resolved;
  }

  resourceOf(at: Pointer): Resource | undefined {
    return this.resources.resourceOf(at);
  }

  isStrict(at: Pointer): boolean {
    return this.dialectRoot(at) !== undefined;
  }

  vocabulariesAt(at: Pointer): ReadonlySet<Vocabulary> | undefined {
    if (this.vocabularies.size === 0) return undefined;
    const root = this.dialectRoot(at);
    return root === undefined ? undefined : this.vocabularies.get(root);
  }

  /** The nearest schema above a pointer, or at it, that has a `$schema`. */
  private dialectRoot(at: Pointer): Pointer | undefined {
    if (this.strict.size === 0) return undefined;
    for (let end = at.length; end > at.indexOf('#'); end = at.lastIndexOf('/', end - 1)) {
      if (this.strict.has(at.slice(0, end))) return at.slice(0, end);
    }
    return undefined;
  }

  isInexact(at: Pointer): boolean {
    return this.inexact.has(at);
  }

  positionOf(at: Pointer, on: 'key' | 'value'): Position {
    const { file: id, tokens } = placeOf(at);
    const file = this.files.get(id);
    if (!file) return { file: this.name, line: 1, column: 1 };
    return { file: file.name, ...file.positions().find(back(file, tokens), on) };
  }

  private byUri(reference: string, base: string): Resolved {
    const target = resolveUri(reference, base);
    if (target === undefined) return { problem: 'is no URI reference' };
    const { uri, fragment } = splitFragment(target);
    const root = this.resources.find(uri);
    if (root === undefined) return { problem: this.refused.get(uri) ?? 'names a document that was not read' };
    return this.fragment(root, uri, fragment ?? '', false);
  }

  /** `root`: of the resource, whose URI is `uri`. `local`: the reference is of the same file, and was raised with it. */
  private fragment(root: Pointer, uri: string, encoded: string, local: boolean): Resolved {
    const fragment = decodeFragment(encoded);
    if (fragment === undefined) return { problem: 'has a "%" that begins no percent-encoded character' };
    if (fragment !== '' && !fragment.startsWith('/')) {
      const anchor = this.resources.anchor(uri, fragment);
      const value = anchor && this.get(anchor.at);
      if (value === undefined) return { problem: `points to nothing: there is no anchor ${quote(fragment)}` };
      return anchor?.dynamic ? { at: anchor.at, value, dynamicAnchor: fragment } : { at: anchor?.at ?? root, value };
    }
    const { file: id, tokens: above } = placeOf(root);
    const file = this.files.get(id);
    if (!file) return { problem: 'stands in a file that was not read' };
    const below = tokensOf(fragment);
    // Swagger 2.0 has no resources within a file: where there are tokens above, nothing was moved but schemas.
    const whole = !local && above.length === 0;
    return this.follow(file, whole ? forward(file, below) : forwardSchemas(file, [...backSchemas(file, above), ...below]));
  }

  private follow(file: LoadedFile, tokens: readonly string[]): Resolved {
    const value = valueAt(file.value, tokens);
    if (value !== undefined) return { at: pointerOf(file.id, tokens), value };
    let parent: Json = file.value;
    let at = `${file.id}#`;
    for (const [i, token] of tokens.entries()) {
      const next = member(parent, token);
      if (next === undefined) {
        const through = this.through(parent, at, tokens.slice(i));
        return through ?? { problem: `points to nothing: ${describeAbsence(parent, token, at)}` };
      }
      parent = next;
      at = child(at, token);
    }
    return { problem: 'points to nothing' };
  }

  /** What the rest of a pointer leads to in the target of a reference that stands on its way. */
  private through(value: Json, at: Pointer, rest: readonly string[]): Resolved | undefined {
    const reference = isObject(value) ? value['$ref'] : undefined;
    if (typeof reference !== 'string' || this.passing.has(at)) return undefined;
    this.passing.add(at);
    const target = this.resolve(reference, at);
    const { file: id, tokens } = placeOf('problem' in target ? '#' : target.at);
    const file = 'problem' in target ? undefined : this.files.get(id);
    const found = file && this.follow(file, [...tokens, ...rest]);
    this.passing.delete(at);
    return found && !('problem' in found) ? { ...found, through: at } : undefined;
  }
}

function describeAbsence(parent: Json, token: string, at: Pointer): string {
  if (Array.isArray(parent)) return `${at} is a list without an entry ${quote(token)}`;
  if (isObject(parent)) return `${at} has no member ${quote(token)}`;
  return `${at} has no members`;
}
