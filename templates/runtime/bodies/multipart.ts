import { issue } from '../issue.js';
import type { Encoder } from '../operation.js';
import { isAbsent } from '../parameters/values.js';
import { isObjectLike } from '../validation/index.js';
import { setBody } from './raw.js';

/**
 * `multipart/form-data` and its relatives. A list is one part for each item; a `Blob` is a file, under the name that a `File` has;
 * an object is JSON; all else is text. `contentTypes` are those that the document gives to properties.
 *
 * Made by hand and not by `FormData`, which can't say the content type of a part that is no file.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#encoding-multipart-media-types
 */
export function multipartBody(mediaType: string, contentTypes: Readonly<Record<string, string>> = {}): Encoder {
  return (draft, { body }) => {
    if (body === undefined) return;
    if (!isObjectLike(body)) throw [issue('a multipart body is an object or a list', 'type', ['body'])];
    const boundary = `----${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
    const pieces: BlobPart[] = [];
    for (const [key, value] of Object.entries(body)) {
      const name = Array.isArray(body) ? undefined : key;
      const values: readonly unknown[] = name !== undefined && Array.isArray(value) ? value : [value];
      for (const one of values) {
        if (isAbsent(one)) continue;
        const stated = name !== undefined && Object.hasOwn(contentTypes, name) ? contentTypes[name] : undefined;
        pieces.push(`--${boundary}\r\n${headOf(mediaType, name, one, stated)}\r\n\r\n`, contentOf(one, stated), '\r\n');
      }
    }
    pieces.push(`--${boundary}--\r\n`);
    setBody(draft, new Blob(pieces), `${mediaType}; boundary=${boundary}`);
  };
}

function headOf(mediaType: string, name: string | undefined, value: unknown, stated: string | undefined): string {
  const file =
    value instanceof Blob
      ? `; filename="${quoted('name' in value && typeof value.name === 'string' ? value.name : 'blob')}"`
      : '';
  const disposition =
    name !== undefined && mediaType.startsWith('multipart/form-data')
      ? `Content-Disposition: form-data; name="${quoted(name)}"${file}\r\n`
      : '';
  return `${disposition}Content-Type: ${typeOf(value, stated)}`;
}

/** A list or a range of the document leaves the choice to the file; a Blob that knows its type makes it. */
function typeOf(value: unknown, stated: string | undefined): string {
  if (stated !== undefined && !/[,*]/.test(stated)) return stated;
  if (value instanceof Blob) return /^[\w.+-]+\/[^\r\n]+$/.test(value.type) ? value.type : 'application/octet-stream';
  return isObjectLike(value) ? 'application/json' : 'text/plain';
}

function contentOf(value: unknown, stated: string | undefined): BlobPart {
  if (value instanceof Blob) return value;
  return isObjectLike(value) || /[/+]json\b/.test(stated ?? '') ? JSON.stringify(value) : String(value);
}

/** As HTML's form submission writes names: no quote and no line break gets out. */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, (sign) => (sign === '"' ? '%22' : sign === '\r' ? '%0D' : '%0A'));
}
