/** The call that puts the body into a request. */
import type { RequestBody } from '../../model/api.js';
import { type Code, code } from '../../print/code.js';

export function bodyEncoder(body: RequestBody | undefined): readonly Code[] {
  const media = body?.content[0];
  return media ? [code`runtime.jsonBody(${media.name})`] : [];
}
