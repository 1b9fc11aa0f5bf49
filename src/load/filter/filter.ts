/**
 * Keeps the operations that a filter selects, and of the components those that they reach. Only members of maps are left
 * out, never entries of lists, so that every pointer stays what it was.
 */
import { child, type Finding, quote } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import type { Filter } from '../../options.js';
import { isObject, withMember } from '../json-value.js';
import { unmatchedFilter } from '../rules.js';
import type { JsonObject, Source } from '../source.js';
import { PathItems } from './path-items.js';
import { reachable } from './reach.js';
import { Selection } from './selection.js';

export interface Filtered {
  readonly source: Source;
  readonly findings: readonly Finding[];
}

/** `rebuilt`: the source with other values for the document and for other files, by id. */
export function filterDocument(
  source: Source,
  filter: Filter,
  rebuilt: (document: JsonObject, files: ReadonlyMap<string, Json>) => Source,
): Filtered {
  const selection = new Selection(filter);
  const items = new PathItems(source, selection);
  let { document } = source;
  for (const key of ['paths', 'webhooks']) {
    const held = document[key];
    if (isObject(held)) document = withMember(document, key, items.filtered(held, child('#', key)));
  }
  const files = items.files();
  const messages = [
    ...(items.kept > 0 ? [] : ['the filter leaves no operation']),
    ...selection.unmatched().map(({ list, text }) => `no operation matches ${quote(text)} of \`filter.${list}\``),
  ];
  const findings = messages.map((message): Finding => ({ rule: unmatchedFilter, at: '#', message }));
  const left = rebuilt(document, files);
  const components = document['components'];
  if (!isObject(components)) return { source: left, findings };
  return { source: rebuilt(withMember(document, 'components', reachable(components, left)), files), findings };
}
