/**
 * The files of a document, and what references ask of them. A reference names a file and a place in it, and the kind of object
 * expected there; only what is asked for is raised. Which files are missing is told, not read here: that is `external.ts`.
 */

import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { child, type Finding, type Pointer, quote, tokensOf } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Options } from '../../options.js';
import { placeOf, valueAt } from '../pointer.js';
import type { Dialect } from '../raise/dialect.js';
import type { Kind } from '../raise/grammar.js';
import type { Reference, Registry } from '../raise/registry.js';
import { unknownDialect, unknownVocabulary } from '../rules.js';
import type { Vocabulary } from '../source.js';
import type { TextFile } from '../text/text-file.js';
import { type LoadedFile, lazyPositions } from './loaded-file.js';
import { dialectIn, isWhole, type OpenedFile, openFile } from './opened-file.js';
import { placed } from './placed.js';
import { refuseText } from './policy.js';
import { moved } from './resources.js';
import { decodeFragment, resolveUri, splitFragment } from './uri.js';
import { type Declared, vocabulariesOf } from './vocabularies.js';

type MetaSchema = Registry['metaSchemas'][number];

/** Without its fragment, which is empty where there is one. */
function uriOfMetaSchema(declared: string, base: string): string | undefined {
  const uri = resolveUri(declared, base);
  return uri === undefined ? undefined : splitFragment(uri).uri;
}

interface Demand {
  readonly fragment: string;
  readonly kind: Kind;
  readonly dialect: Dialect;
}

export class Library {
  /** Why URIs (without fragment) were not read. */
  readonly refused = new Map<string, string>();
  private readonly opened: OpenedFile[] = [];
  /** What URIs (without fragment) name: files, and schemas in them by `$id`. */
  private readonly roots = new Map<string, { readonly file: OpenedFile; readonly tokens: readonly string[] }>();
  private readonly waiting = new Map<string, Demand[]>();
  /** What is wrong with files that could not be read. */
  private readonly unread: Finding[] = [];
  private readonly options: Options;
  private readonly main: string;
  private readonly count = { nodes: 0 };

  /** `main`: the URI of the main document. */
  constructor(options: Options, main: string) {
    this.options = options;
    this.main = main;
  }

  /** The main document, raised as a whole. `base`: its `$self`, or where it was found. */
  addMain(
    document: Json,
    dialect: Dialect,
    name: string,
    base: string,
    positions: LoadedFile['positions'],
    rounded: ReadonlySet<number>,
  ): void {
    const findings: Finding[] = [];
    const context = { file: '', uri: base, dialect, options: this.options, findings, count: this.count, rounded };
    const file = openFile(document, name, context, positions);
    this.open(file);
    if (base !== this.main) this.alias(this.main, '');
    file.raising.add([], 'document');
  }

  /** A file that was asked for. Its own findings of the text are kept where it could be read, else it is refused. */
  addFile(uri: string, text: TextFile): void {
    if (text.value === undefined) {
      this.refused.set(uri, `leads to a file that cannot be read: ${text.findings[0]?.message ?? 'it is empty'}`);
      this.unread.push(...text.findings);
      return;
    }
    const demands = this.waiting.get(uri) ?? [];
    const dialect = dialectIn(text.value, demands[0]?.dialect ?? '2020-12');
    const findings: Finding[] = [...text.findings];
    const id = this.idOf(uri);
    const context = { file: id, uri, dialect, options: this.options, findings, count: this.count, rounded: text.rounded };
    const file = openFile(text.value, text.name, context, lazyPositions(text));
    this.open(file);
    if (isWhole(text.value)) file.raising.add([], 'document');
  }

  /**
   * Raises what open references ask for, in all files that are there; what it finds there is followed too.
   * Gives the URIs (without fragment) of the files that are missing and have not been named before.
   */
  follow(): readonly string[] {
    const missing: string[] = [];
    for (let again = true; again; ) {
      again = false;
      for (const file of this.opened) {
        this.register(file);
        const { references, metaSchemas } = file.raising.registry;
        for (; file.metaSchemas < metaSchemas.length; file.metaSchemas++) {
          const entry = metaSchemas[file.metaSchemas];
          const wanted = entry && this.demandMetaSchema(file, entry);
          if (wanted !== undefined) missing.push(wanted);
        }
        for (; file.references < references.length; file.references++) {
          const entry = references[file.references];
          const wanted = entry && this.demand(file, entry);
          if (wanted !== undefined) missing.push(wanted);
          again = true;
        }
      }
      for (const [uri, demands] of this.waiting) {
        const root = this.roots.get(uri);
        if (!root) continue;
        this.waiting.delete(uri);
        for (const demand of demands) this.raise(root.file, root.tokens, demand);
        again = true;
      }
    }
    // An `$id` may have been found after the first reference to it.
    return missing.filter((uri) => !this.roots.has(uri));
  }

  /** In the order of reading, the main document first. */
  files(): readonly LoadedFile[] {
    return this.opened.map(({ raising, id, name, uri, positions }) => ({
      id,
      name,
      uri,
      value: raising.value,
      edits: raising.edits,
      registry: raising.registry,
      positions,
    }));
  }

  /** What was said about the files, told with pointers into what they are now. */
  findings(): readonly Finding[] {
    const files = this.files();
    const told = this.opened.flatMap(({ findings }, i) => {
      const file = files[i];
      return findings.map((finding) => (finding.position || !file ? finding : { ...finding, at: moved(file, finding.at) }));
    });
    return [...told, ...this.unread];
  }

  /** The same where there is no source to ask for positions later. */
  placedFindings(): readonly Finding[] {
    return this.opened.flatMap(({ findings, name, raising, positions }) =>
      findings.map((finding) => placed(finding, name, positions, raising.moves)),
    );
  }

  private open(file: OpenedFile): void {
    this.opened.push(file);
    this.roots.set(splitFragment(file.uri).uri, { file, tokens: [] });
    this.register(file);
  }

  private alias(uri: string, id: string): void {
    const file = this.opened.find((candidate) => candidate.id === id);
    if (file) this.roots.set(splitFragment(uri).uri, { file, tokens: [] });
  }

  private register(file: OpenedFile): void {
    const { identifiers } = file.raising.registry;
    for (; file.identifiers < identifiers.length; file.identifiers++) {
      const entry = identifiers[file.identifiers];
      if (!entry) continue;
      const { uri } = splitFragment(entry.uri);
      if (!this.roots.has(uri)) this.roots.set(uri, { file, tokens: placeOf(entry.at).tokens });
    }
  }

  /** Notes what one reference asks for; gives the URI of its file where that is not known yet. */
  private demand(file: OpenedFile, { reference, base, kind }: Reference): string | undefined {
    if (reference.startsWith('#') && base === undefined) return undefined; // its own raising has seen to it
    const target = resolveUri(reference, base ?? file.uri);
    if (target === undefined) return undefined;
    const { uri, fragment } = splitFragment(target);
    const demand = { fragment: fragment ?? '', kind, dialect: file.dialect };
    const known = this.waiting.get(uri);
    if (known) {
      known.push(demand);
      return undefined;
    }
    if (this.refused.has(uri)) return undefined;
    const refusal = base === undefined && !this.roots.has(uri) ? refuseText(reference) : undefined;
    if (refusal !== undefined) {
      this.refused.set(uri, refusal);
      return undefined;
    }
    this.waiting.set(uri, [demand]);
    return this.roots.has(uri) ? undefined : uri;
  }

  /** A meta-schema is asked for as data: nothing in it is raised. */
  private demandMetaSchema(file: OpenedFile, { declared, base }: MetaSchema): string | undefined {
    const uri = uriOfMetaSchema(declared, base ?? file.uri);
    if (uri === undefined || this.waiting.has(uri) || this.refused.has(uri) || this.roots.has(uri)) return undefined;
    const refusal = base === undefined ? refuseText(declared) : undefined;
    if (refusal !== undefined) {
      this.refused.set(uri, refusal);
      return undefined;
    }
    this.waiting.set(uri, []);
    return uri;
  }

  /** What the meta-schemas that authors wrote take in, by the schemas under them. To be asked when everything is read, and once. */
  vocabularies(): ReadonlyMap<Pointer, ReadonlySet<Vocabulary>> {
    const found = new Map<Pointer, ReadonlySet<Vocabulary>>();
    const files = this.files();
    this.opened.forEach((file, i) => {
      for (const { at, declared, base } of file.raising.registry.metaSchemas) {
        const uri = uriOfMetaSchema(declared, base ?? file.uri);
        const root = uri === undefined ? undefined : this.roots.get(uri);
        const problem = (uri !== undefined && this.refused.get(uri)) || 'names a document that was not read';
        const said: Declared = root ? vocabulariesOf(valueAt(root.file.raising.value, root.tokens)) : { unknown: problem };
        const loaded = files[i];
        const place = child(at, '$schema');
        if ('vocabularies' in said && loaded) found.set(moved(loaded, at), said.vocabularies);
        else if ('refused' in said) {
          const message = `${quote(declared)} demands the vocabulary ${quote(said.refused)}, which is not known here`;
          file.findings.push({ rule: unknownVocabulary, at: place, message });
        } else if ('unknown' in said) {
          const message = `${quote(declared)} ${said.unknown}; read as JSON Schema 2020-12`;
          file.findings.push({ rule: unknownDialect, at: place, message });
        }
      }
    });
    return found;
  }

  private raise(file: OpenedFile, above: readonly string[], { fragment, kind }: Demand): void {
    const decoded = decodeFragment(fragment);
    if (decoded === undefined) return;
    // `$id` and anchors are known only after the whole schema was walked.
    if (kind === 'schema' && file.id !== '' && !isWhole(file.raising.value)) file.raising.add([], 'schema');
    if (decoded === '') file.raising.add(above, kind);
    else if (decoded.startsWith('/')) file.raising.add([...above, ...tokensOf(decoded)], kind);
  }

  /** Relative to the folder of the main document; a URL where it is no file. */
  private idOf(uri: string): string {
    if (!uri.startsWith('file:') || !this.main.startsWith('file:')) return uri;
    return relative(dirname(fileURLToPath(this.main)), fileURLToPath(uri))
      .split(sep)
      .join('/')
      .replaceAll('%', '%25')
      .replaceAll('#', '%23');
  }
}
