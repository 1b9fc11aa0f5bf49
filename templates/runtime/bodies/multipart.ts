import type { JsonText } from '../exact.js';
import { member } from '../input.js';
import { issue } from '../issue.js';
import type { Encoder, Input } from '../operation.js';
import { checkHeaderValue } from '../parameters/encoders.js';
import { escaped, verbatim } from '../parameters/escape.js';
import type { Style } from '../parameters/styles.js';
import { isAbsent, unsaid } from '../parameters/values.js';
import { isObjectLike } from '../validation/index.js';
import { setBody } from './raw.js';

/** What the document says of a property. */
export interface Part {
  readonly contentType?: string;
  /** Makes the parts of a value as it would make the pairs of a query; nothing is percent-encoded in them. */
  readonly style?: Style;
  /** The headers that the caller may give, by name. */
  readonly headers?: Readonly<Record<string, Style>>;
  /** For an object with integers that a number can't hold. */
  readonly json?: JsonText;
}

/**
 * `multipart/form-data` and its relatives. A list is one part for each item; a `Blob` is a file, under the name that a `File` has;
 * an object is JSON; all else is text. `parts` are what the document says of properties.
 *
 * Made by hand and not by `FormData`, which can't say the content type of a part that is no file.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#encoding-multipart-media-types
 */
export function multipartBody(mediaType: string, parts: Readonly<Record<string, Part>> = {}): Encoder {
  return (draft, input) => {
    const { body } = input;
    if (body === undefined) return;
    if (!isObjectLike(body)) throw [issue('a multipart body is an object or a list', 'type', ['body'])];
    const boundary = `----${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;
    const pieces: BlobPart[] = [];
    for (const [key, value] of Object.entries(body)) {
      const property = Array.isArray(body) ? undefined : key;
      const part = (property !== undefined && Object.hasOwn(parts, property) && parts[property]) || {};
      const headers = headersOf(property ?? '', part, input);
      for (const [name, one] of partsOf(property, value, part)) {
        if (isAbsent(one)) continue;
        const head = [...dispositionOf(mediaType, name, one), `Content-Type: ${typeOf(one, part)}`, ...headers];
        pieces.push(`--${boundary}\r\n${head.join('\r\n')}\r\n\r\n`, contentOf(one, part), '\r\n');
      }
    }
    pieces.push(`--${boundary}--\r\n`);
    setBody(draft, new Blob(pieces), `${mediaType}; boundary=${boundary}`);
  };
}

function partsOf(name: string | undefined, value: unknown, { style }: Part): readonly (readonly [string | undefined, unknown])[] {
  if (name === undefined || (!style && !Array.isArray(value))) return [[name, value]];
  if (!style) return Array.isArray(value) ? value.map((item: unknown) => [name, item] as const) : [];
  return [...new URLSearchParams(styled(style, escaped(name), value, escaped, ['body', name]))];
}

function styled(style: Style, name: string, value: unknown, encode: typeof escaped, path: readonly string[]): string | undefined {
  try {
    return style(name, value, encode);
  } catch (fault) {
    throw unsaid(fault, path);
  }
}

/** Those that the caller gives of those that the document describes. */
function headersOf(property: string, { headers = {} }: Part, { partHeaders }: Input): readonly string[] {
  const given = member(partHeaders, property);
  return Object.entries(headers).flatMap(([name, style]) => {
    const path = ['partHeaders', property, name];
    const text = styled(style, name, member(given, name), verbatim, path);
    if (text === undefined) return [];
    checkHeaderValue(text, path);
    return [`${name}: ${text}`];
  });
}

function dispositionOf(mediaType: string, name: string | undefined, value: unknown): readonly string[] {
  if (name === undefined || !mediaType.startsWith('multipart/form-data')) return [];
  const isNamed = value instanceof Blob && 'name' in value && typeof value.name === 'string';
  const file = value instanceof Blob ? `; filename="${quoted(isNamed ? String(value.name) : 'blob')}"` : '';
  return [`Content-Disposition: form-data; name="${quoted(name)}"${file}`];
}

/** A list or a range of the document leaves the choice to the file; a Blob that knows its type makes it. */
function typeOf(value: unknown, { contentType: stated, style }: Part): string {
  if (stated !== undefined && !style && !/[,*]/.test(stated)) return stated;
  if (value instanceof Blob) return /^[\w.+-]+\/[^\r\n]+$/.test(value.type) ? value.type : 'application/octet-stream';
  return isObjectLike(value) ? 'application/json' : 'text/plain';
}

function contentOf(value: unknown, { contentType, style, json = JSON }: Part): BlobPart {
  if (value instanceof Blob) return value;
  const isJson = isObjectLike(value) || (!style && /[/+]json\b/.test(contentType ?? ''));
  return isJson ? (json.stringify(value) ?? 'null') : String(value);
}

/** As HTML's form submission writes names: no quote and no line break gets out. */
function quoted(text: string): string {
  return text.replace(/["\r\n]/g, (sign) => (sign === '"' ? '%22' : sign === '\r' ? '%0D' : '%0A'));
}
