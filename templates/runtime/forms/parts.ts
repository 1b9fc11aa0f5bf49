/** A multipart body taken apart. By hand and not by `formData()`, which drops the headers of parts and takes no other `multipart/…`. */
import { isHeaderValue } from '../parameters/encoders.js';

export interface ReceivedPart {
  /** Of `Content-Disposition`; undefined where there is none. */
  readonly name: string | undefined;
  /** Only a file has one. */
  readonly filename: string | undefined;
  readonly headers: Headers;
  /** What the part states, `text/plain` without one. */
  readonly type: string;
  readonly content: ArrayBuffer;
}

/**
 * The parts, by the boundary in the type of the bytes. Throws where there is none and where the last delimiter is missing.
 *
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1
 */
export async function partsIn(bytes: Blob, contentType: string): Promise<readonly ReceivedPart[]> {
  const [, quoted, token] = /;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? token;
  if (boundary === undefined) throw new TypeError('no boundary');
  // One sign for each byte; the first delimiter begins a line like all others.
  const all = await bytes.arrayBuffer();
  const text = `\r\n${new TextDecoder('latin1').decode(all)}`;
  const delimiter = new RegExp(`\r\n--${boundary.replace(/[^\w]/g, '\\$&')}(--)?[ \t]*(?:\r\n|$)`, 'g');
  const parts: ReceivedPart[] = [];
  let start: number | undefined;
  for (const { index, 0: line, 1: last } of text.matchAll(delimiter)) {
    if (start !== undefined) parts.push(partOf(all.slice(start - 2, index - 2), text.slice(start, index)));
    if (last !== undefined) return parts;
    start = index + line.length;
  }
  throw new TypeError('no end');
}

function partOf(bytes: ArrayBuffer, text: string): ReceivedPart {
  const end = text.startsWith('\r\n') ? 0 : text.indexOf('\r\n\r\n');
  if (end < 0) throw new TypeError('no headers');
  const headers = new Headers();
  let disposition = '';
  for (const line of textOf(bytes.slice(0, end))
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const [name = ''] = line.split(':', 1);
    const value = line.slice(name.length + 1).trim();
    // Names of files are in UTF-8, which no header of the platform holds.
    if (/^content-disposition$/i.test(name)) disposition = value;
    else if (name !== '' && isHeaderValue(value)) headers.append(name, value);
  }
  return {
    name: parameterOf(disposition, 'name'),
    filename: parameterOf(disposition, 'filename'),
    headers,
    type: headers.get('content-type') ?? 'text/plain',
    content: bytes.slice(end + (end === 0 ? 2 : 4)),
  };
}

export const textOf = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes);

/** Forms write quotes and line breaks of names percent-encoded, and nothing else. */
function parameterOf(disposition: string, parameter: string): string | undefined {
  const [, quoted, token] = new RegExp(`;\\s*${parameter}=(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(disposition) ?? [];
  return (quoted ?? token)?.replace(/%(22|0D|0A)/gi, decodeURIComponent);
}
