/** How the answer of each status becomes a body. */
import type { Operation } from '../../model/api.js';
import { type Code, code, empty, name } from '../../print/code.js';
import type { Answer } from './answers.js';

export function responseReader(_: Operation, answer: Answer): Code {
  const media = answer.response.content[0];
  if (!media) return code`runtime.none`;
  return code`runtime.json(${media.validator === undefined ? empty : code`validators.${name(media.validator)}`})`;
}
