/** Which credentials are asked for, and whether those of today still do. */
import { quote } from '../../diagnostics.js';
import type { SecurityRequirement, SecurityScheme } from '../../model/api.js';
import { isObject } from '../../model/node.js';
import type { Json } from '../../model/schema.js';
import type { ReviewCode } from '../rules.js';
import type { Review } from './apis.js';
import { exact } from './canonical.js';
import type { Position } from './changes.js';
import { exportsOf, type OperationPair } from './operations.js';

/** Schemes by what they put on the wire, so that one that is merely renamed is the same credential. */
export class Credentials {
  private readonly old: ReadonlyMap<string, SecurityScheme>;
  private readonly new: ReadonlyMap<string, SecurityScheme>;

  constructor(old: readonly SecurityScheme[], is: readonly SecurityScheme[]) {
    this.old = new Map(old.map((scheme) => [scheme.name, scheme]));
    this.new = new Map(is.map((scheme) => [scheme.name, scheme]));
  }

  /** Equal where a credential of the one serves as the other. A scheme that kept its name and changed is reported by itself, once. */
  keyOf(side: 'old' | 'new', name: string): string {
    if (this.old.has(name) && this.new.has(name)) return `name ${name}`;
    const scheme = (side === 'old' ? this.old : this.new).get(name);
    const twin = scheme && this.twinOf(side, scheme);
    return twin ? `name ${side === 'old' ? twin.name : name}` : `name ${name}`;
  }

  /** The scheme of the other side that took its place under another name. */
  twinOf(side: 'old' | 'new', scheme: SecurityScheme): SecurityScheme | undefined {
    const [own, other] = side === 'old' ? [this.old, this.new] : [this.new, this.old];
    if (other.has(scheme.name)) return undefined;
    return [...other.values()].find((one) => !own.has(one.name) && exact(one.scheme) === exact(scheme.scheme));
  }
}

type Alternative = ReadonlyMap<string, readonly string[]>;

export function compareRequirements(review: Review, pair: OperationPair): void {
  const was = alternativesOf(review, 'old', pair.old.security);
  const is = alternativesOf(review, 'new', pair.new.security);
  const refused = was.filter((one) => !is.some((other) => serves(one, other)));
  const fresh = is.filter((one) => !was.some((other) => serves(other, one)));
  const at: Pick<Position, 'where' | 'operation' | 'exports'> = {
    where: pair.where,
    operation: pair.new,
    exports: exportsOf(pair.old, pair.new),
  };
  const words = { before: sentence(pair.old.security), after: sentence(pair.new.security) };
  const state = (code: ReviewCode, message: string): void =>
    review.changes.state(at, { code, old: pair.old.at, new: pair.new.at, label: 'credentials', ...words, message });
  const instead = `${words.after} instead of ${words.before}`;
  if (refused.length === 0) {
    const relaxed = was.some((one) => !is.some((other) => same(one, other)));
    if (relaxed) state('security-relaxed', instead);
    else if (fresh.length > 0 || is.length > was.length) state('security-alternative-added', instead);
    return;
  }
  state(refusal(was, is, refused), instead);
}

function refusal(was: readonly Alternative[], is: readonly Alternative[], refused: readonly Alternative[]): ReviewCode {
  if (refused.length < was.length) return 'security-alternative-removed';
  if (was.some((one) => one.size === 0)) return 'security-added';
  return was.some((one) => is.some((other) => sameSchemes(one, other))) ? 'security-scope-added' : 'security-changed';
}

/** No requirement at all means that nothing is asked for. */
function alternativesOf(
  review: Review,
  side: 'old' | 'new',
  requirements: readonly SecurityRequirement[],
): readonly Alternative[] {
  if (requirements.length === 0) return [new Map()];
  return requirements.map(
    (requirement) => new Map(requirement.map(({ scheme, scopes }) => [review.credentials.keyOf(side, scheme), scopes])),
  );
}

/** True where who satisfies the one satisfies the other. */
function serves(given: Alternative, asked: Alternative): boolean {
  return [...asked].every(([scheme, scopes]) => scopes.every((scope) => given.get(scheme)?.includes(scope)) && given.has(scheme));
}
const same = (a: Alternative, b: Alternative): boolean => serves(a, b) && serves(b, a);
const sameSchemes = (a: Alternative, b: Alternative): boolean => [...b.keys()].every((scheme) => a.has(scheme));

function sentence(requirements: readonly SecurityRequirement[]): string {
  if (requirements.length === 0) return 'none';
  return requirements
    .map((set) =>
      set.length === 0
        ? 'none'
        : set
            .map(({ scheme, scopes }) => `${quote(scheme)}${scopes.length ? ` (${scopes.map(quote).join(', ')})` : ''}`)
            .join(' and '),
    )
    .join(' or ');
}

export function compareSecuritySchemes(review: Review): void {
  const is = new Map(review.new.securitySchemes.map((scheme) => [scheme.name, scheme]));
  const was = new Map(review.old.securitySchemes.map((scheme) => [scheme.name, scheme]));
  for (const scheme of was.values()) {
    const other = is.get(scheme.name);
    const twin = review.credentials.twinOf('old', scheme);
    if (other) compareScheme(review, scheme, other);
    else if (twin)
      stateScheme(review, 'security-scheme-renamed', scheme, twin, `${quote(scheme.name)} is called ${quote(twin.name)} now`);
    else if (usersOf(review, scheme.name).length > 0)
      stateScheme(review, 'security-scheme-removed', scheme, undefined, `${quote(scheme.name)} is gone`);
    else stateScheme(review, 'unused-security-scheme-removed', scheme, undefined, `${quote(scheme.name)} is gone`);
  }
  for (const scheme of is.values()) {
    if (!was.has(scheme.name) && !review.credentials.twinOf('new', scheme))
      stateScheme(review, 'security-scheme-added', undefined, scheme, `${quote(scheme.name)} is new`);
  }
}

function compareScheme(review: Review, a: SecurityScheme, b: SecurityScheme): void {
  const name = quote(a.name);
  if (wireOf(a) !== wireOf(b))
    stateScheme(review, 'security-scheme-changed', a, b, `${name}: sent as ${wireOf(b)} instead of ${wireOf(a)}`);
  else if (obtainedBy(a) !== obtainedBy(b))
    stateScheme(review, 'security-scheme-detail-changed', a, b, `${name}: credentials are obtained in another way`);
  const after = scopesOf(b);
  const gone = [...scopesOf(a)].filter((scope) => !after.has(scope));
  if (gone.length && a.scheme.kind === b.scheme.kind)
    stateScheme(review, 'security-scheme-scope-removed', a, b, `${name}: no longer offered: ${gone.map(quote).join(', ')}`);
}

/** How one comes by a credential; `bearerFormat` is a hint to readers, and scopes are looked at by themselves. */
function obtainedBy({ scheme }: SecurityScheme): string {
  switch (scheme.kind) {
    case 'oauth2':
      return exact([scheme.kind, mapFlows(scheme.flows, (flow) => ({ ...flow, scopes: null }))]);
    case 'openIdConnect':
      return exact([scheme.kind, scheme.url]);
    case 'apiKey':
    case 'http':
    case 'mutualTLS':
      return scheme.kind;
    default:
      return scheme satisfies never;
  }
}

function scopesOf({ scheme }: SecurityScheme): ReadonlySet<string> {
  const flows =
    scheme.kind === 'oauth2' ? mapFlows(scheme.flows, ({ scopes }) => (isObject(scopes) ? Object.keys(scopes) : [])) : [];
  return new Set(flows.flatMap(([, scopes]) => scopes));
}

function mapFlows<T>(flows: Json, map: (flow: Readonly<Record<string, unknown>>) => T): readonly (readonly [string, T])[] {
  return isObject(flows)
    ? Object.entries(flows).flatMap(([kind, flow]) => (isObject(flow) ? [[kind, map(flow)] as const] : []))
    : [];
}

/** What a request carries; `bearerFormat`, flows and discovery concern how one comes by it. */
function wireOf({ scheme }: SecurityScheme): string {
  switch (scheme.kind) {
    case 'apiKey':
      return `${scheme.in} ${quote(scheme.in === 'header' ? scheme.name.toLowerCase() : scheme.name)}`;
    case 'http':
      return `Authorization ${quote(scheme.scheme)}`;
    case 'oauth2':
    case 'openIdConnect':
      return 'Authorization "bearer"';
    case 'mutualTLS':
      return 'a client certificate';
    default:
      return scheme satisfies never;
  }
}

function usersOf(review: Review, scheme: string): readonly string[] {
  const operations = [...review.old.operations, ...review.new.operations];
  const users = operations.filter((operation) => operation.security.some((set) => set.some((one) => one.scheme === scheme)));
  return [...new Set(users.map((operation) => `${operation.method} ${operation.template}`))];
}

type SchemeCode =
  | 'security-scheme-added'
  | 'security-scheme-removed'
  | 'security-scheme-renamed'
  | 'unused-security-scheme-removed'
  | 'security-scheme-changed'
  | 'security-scheme-detail-changed'
  | 'security-scheme-scope-removed';

/** Once, at the scheme, and for every operation that asks for it. */
function stateScheme(
  review: Review,
  code: SchemeCode,
  a: SecurityScheme | undefined,
  b: SecurityScheme | undefined,
  message: string,
): void {
  const at = (b ?? a)?.at ?? '#/components/securitySchemes';
  const statement = {
    code,
    old: a?.at,
    new: b?.at,
    before: a && wireOf(a),
    after: b && wireOf(b),
    message,
    label: 'auth',
    subject: at,
  };
  const users = [...new Set([a, b].flatMap((scheme) => (scheme ? usersOf(review, scheme.name) : [])))];
  for (const where of [at, ...users]) review.changes.state({ where, operation: undefined, exports: ['createClient'] }, statement);
}
