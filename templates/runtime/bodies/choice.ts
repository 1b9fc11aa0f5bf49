import { issue } from '../issue.js';
import type { Encoder } from '../operation.js';

/** One of several media types: the one that the input names in `contentType`, else the first. */
export function bodyChoice(...choices: readonly (readonly [mediaType: string, encoder: Encoder])[]): Encoder {
  return (draft, input) => {
    const { contentType = choices[0]?.[0] } = input;
    const choice = choices.find(([mediaType]) => mediaType === contentType);
    if (!choice) throw [issue('no media type of this operation', 'contentMediaType', ['contentType'])];
    return choice[1](draft, input);
  };
}
