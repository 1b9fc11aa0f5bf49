import { refusal } from '../issue.js';
import { matches, statedType } from '../media-type.js';
import type { ResponseReader } from '../operation.js';

/**
 * An answer that the document gives several media types: the stated type chooses, the most exact match first, and `contentType` of
 * the result says which was chosen. Without a stated type it is the first.
 */
export function responseChoice(...choices: readonly (readonly [mediaType: string, reader: ResponseReader])[]): ResponseReader {
  // Ranges last: `text/plain`, then `text/*`, then `*/*`.
  const ranked = [...choices].sort(([a], [b]) => a.split('*').length - b.split('*').length);
  return async (response, call) => {
    const stated = statedType(response);
    const choice = stated ? ranked.find(([mediaType]) => matches(mediaType, stated)) : choices[0];
    if (!choice) return { issues: refusal(undefined, choices.map(([mediaType]) => mediaType).join(', '), 'contentMediaType') };
    const [contentType, reader] = choice;
    return { contentType, ...(await reader(response, call)) };
  };
}
