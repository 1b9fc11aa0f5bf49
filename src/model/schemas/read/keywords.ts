/** Every keyword that a schema object may have, so that nothing in it is passed over in silence. */
import { quote } from '../../../diagnostics.js';
import type { Node } from '../../node.js';
import { keywordWithoutEffect, unknownKeyword } from '../rules.js';
import { ARRAY_KEYWORDS } from './array.js';
import { NUMBER_KEYWORDS } from './number.js';
import { OBJECT_KEYWORDS } from './object.js';
import { STRING_KEYWORDS } from './string.js';

const KNOWN = new Set<string>([
  ...NUMBER_KEYWORDS,
  ...STRING_KEYWORDS,
  ...ARRAY_KEYWORDS,
  ...OBJECT_KEYWORDS,
  ...['type', 'enum', 'const', 'format', 'nullable'],
  ...['$ref', '$dynamicRef', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'discriminator'],
  ...['unevaluatedProperties', 'unevaluatedItems'],
  ...['title', 'description', 'default', 'deprecated', 'readOnly', 'writeOnly', 'example', 'examples', 'externalDocs'],
  // `load/` resolves by these, and lifts what stands below `$defs`.
  ...['$id', '$anchor', '$dynamicAnchor', '$schema', '$defs', 'definitions', '$vocabulary'],
  // Without a meaning for a value: `$comment` is for authors, `xml` shapes a media type that is read as text.
  ...['$comment', 'xml'],
]);

export function reportUnknown(node: Node): void {
  for (const keyword of Object.keys(node.value)) {
    if (KNOWN.has(keyword) || keyword.startsWith('x-')) continue;
    node.context.report(
      unknownKeyword,
      node.pointer(keyword),
      `${quote(keyword)} is no keyword, here and wherever else it stands`,
      'key',
    );
  }
  for (const keyword of ['then', 'else']) {
    if (node.has(keyword) && !node.has('if')) {
      node.context.report(keywordWithoutEffect, node.pointer(keyword), `${keyword} waits for if`, 'key');
    }
  }
}
