import { refusal } from '../issue.js';
import { chosen } from '../media-type.js';
import type { ResponseReader } from '../operation.js';
import { json } from './json.js';

/**
 * An answer that the document gives several media types: the stated type chooses, and `contentType` of
 * the result says which was chosen. Without a stated type it is the first.
 */
export function responseChoice(...choices: readonly (readonly [mediaType: string, reader: ResponseReader])[]): ResponseReader {
  return async (response, call) => {
    const choice = chosen(choices, response.headers.get('content-type'));
    if (!choice) {
      const { body } = await json()(response, call);
      return { body, issues: refusal(undefined, choices.map(([mediaType]) => mediaType).join(', '), 'contentMediaType') };
    }
    const [contentType, reader] = choice;
    return { contentType, ...(await reader(response, call)) };
  };
}
