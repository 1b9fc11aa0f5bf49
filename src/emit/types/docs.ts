/** What the document says of a schema, as a comment. */
import type { Json, Schema } from '../../model/schema.js';
import type { Docs } from '../../print/code.js';

/** Longer examples push the type off the screen. */
const LONGEST_EXAMPLE = 120;
const MOST_EXAMPLES = 3;

/** A title is shown where nothing better is said, and where it is more than the `name` in other letters. */
export function docsOf(schema: Schema, name = ''): Docs {
  if (!schema.docs) return annotations(schema);
  const { title, description, examples = [], deprecated, externalDocs, default: given } = schema.docs;
  const shown = examples.map(show).filter((text) => text.length <= LONGEST_EXAMPLE);
  const preset = given === undefined ? undefined : show(given);
  return [
    ...(description !== undefined ? [description] : title !== undefined && letters(title) !== letters(name) ? [title] : []),
    ...annotations(schema),
    ...(preset !== undefined && preset.length <= LONGEST_EXAMPLE ? [{ tag: 'default', text: preset } as const] : []),
    ...[...new Set(shown)].slice(0, MOST_EXAMPLES).map((text) => ({ tag: 'example', text }) as const),
    ...(externalDocs !== undefined ? [{ tag: 'see', text: externalDocs } as const] : []),
    ...(deprecated ? [{ tag: 'deprecated' } as const] : []),
  ];
}

/** What the type does not show of a string or a number. */
function annotations(schema: Schema): Docs {
  if (schema.kind !== 'string' && schema.kind !== 'number') return [];
  const { contentEncoding, contentMediaType } = schema.kind === 'string' ? schema : {};
  return [
    ...(schema.format ? [{ tag: 'format', text: schema.format.name } as const] : []),
    ...(contentEncoding !== undefined ? [{ tag: 'contentEncoding', text: contentEncoding } as const] : []),
    ...(contentMediaType !== undefined ? [{ tag: 'contentMediaType', text: contentMediaType } as const] : []),
  ];
}

const show = (value: Json): string => JSON.stringify(value);
const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
