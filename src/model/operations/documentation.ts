/** What a reader wants to know of an OpenAPI object, for JSDoc. Schemas have their own, with titles and defaults. */
import type { OperationDocumentation } from '../api.js';
import type { Node } from '../node.js';
import { isObject } from '../node.js';
import type { Documentation, Json } from '../schema.js';

/** `reference` is the Reference Object that led here, if one did: its summary and description override the target's. */
export function documentation(node: Node, reference: Node = node): OperationDocumentation {
  const description = reference.string('description') ?? (reference === node ? undefined : node.string('description'));
  const summary = reference.string('summary') ?? (reference === node ? undefined : node.string('summary'));
  const externalDocs = node.object('externalDocs')?.string('url');
  const examples = examplesOf(node);
  return {
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    ...(node.boolean('deprecated') === true && { deprecated: true }),
    ...(externalDocs !== undefined && { externalDocs }),
    ...(examples.length > 0 && { examples }),
  };
}

/** Info and tags have titles of their own kind. */
export function titled(docs: OperationDocumentation, title: string | undefined): Documentation {
  const { summary, ...rest } = docs;
  const heading = title ?? summary;
  return { ...rest, ...(heading !== undefined && { title: heading }) };
}

function examplesOf(node: Node): readonly Json[] {
  const single = node.get('example');
  // An `example` of an Operation or a Tag is a stranger's; where it is known it shows one value.
  const many = isObject(node.get('examples'))
    ? node.entries('examples').flatMap(([, reference]): readonly Json[] => {
        const example = reference.follow();
        const value = example?.get('value') ?? example?.get('dataValue');
        if (value !== undefined && value !== null) return [value];
        return example?.has('value') || example?.has('dataValue') ? [null] : [];
      })
    : [];
  return single === undefined ? many : [single, ...many];
}
