import type { ResponseReader } from '../operation.js';

/** For a 2XX that the document has under `default` alone, beside others that it calls successes: read, and not `ok`. */
export function denied(reader: ResponseReader): ResponseReader {
  return async (response, call) => ({ ...(await reader(response, call)), ok: false });
}
