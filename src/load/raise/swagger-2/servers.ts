/** `schemes`, `host` and `basePath` to Server Objects; without `host`, one relative to where the document is served. */
import type { Json } from '../../../model/schema.js';
import { assumedScheme } from '../../rules.js';
import type { JsonObject } from '../../source.js';
import { type Conversion, strings } from './conversion.js';

export function convertServers({ host, basePath, schemes }: JsonObject, conversion: Conversion): Json[] | undefined {
  const path = typeof basePath === 'string' ? basePath.replace(/\/$/, '') : '';
  if (typeof host !== 'string') return path === '' ? undefined : [{ url: path }];
  const named = (strings(schemes) ?? []).filter((scheme) => SCHEMES.includes(scheme));
  if (named.length === 0) conversion.report(assumedScheme, ['host'], 'no scheme is stated that can be used; https is assumed');
  // Where both are offered, the safe one is the first, which is the default.
  const ordered = named.length === 0 ? ['https'] : SCHEMES.filter((scheme) => named.includes(scheme));
  conversion.moves.add([], ...ordered.map((_, i) => ({ from: ['host'], to: ['servers', String(i)] })));
  return ordered.map((scheme) => ({ url: `${scheme}://${host}${path === '' || path.startsWith('/') ? path : `/${path}`}` }));
}

const SCHEMES: readonly string[] = ['https', 'http'];
