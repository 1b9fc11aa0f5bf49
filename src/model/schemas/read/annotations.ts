/** Annotations that a reader wants to see. @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9 */
import { isObject, type Node } from '../../node.js';
import type { Documentation, Json } from '../../schema.js';

export function readAnnotations(node: Node): Documentation | undefined {
  const title = node.string('title');
  const description = node.string('description');
  const examples = readExamples(node);
  const preset = node.get('default');
  const externalDocs = node.has('externalDocs') ? node.object('externalDocs')?.string('url') : undefined;
  const docs: Documentation = {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(examples.length > 0 && { examples }),
    ...(preset !== undefined && { default: preset }),
    ...(node.boolean('deprecated') === true && { deprecated: true }),
    ...(externalDocs !== undefined && { externalDocs }),
  };
  return Object.keys(docs).length > 0 ? docs : undefined;
}

function readExamples(node: Node): readonly Json[] {
  const single = node.get('example');
  const many = node.get('examples');
  // A map of Example Objects belongs to media types and parameters; in a schema it is a common slip, and its values are meant.
  const list = isObject(many)
    ? Object.values(many).map((entry) => (isObject(entry) && 'value' in entry ? (entry['value'] ?? null) : entry))
    : many;
  return [...(single === undefined ? [] : [single]), ...(Array.isArray(list) ? list : [])];
}

/** What the outer schema says wins; examples add up. */
export function mergeDocs(outer: Documentation | undefined, inner: Documentation | undefined): Documentation | undefined {
  if (!outer || !inner) return outer ?? inner;
  const examples = [...(outer.examples ?? []), ...(inner.examples ?? [])];
  return { ...inner, ...outer, ...(examples.length > 0 && { examples }) };
}
