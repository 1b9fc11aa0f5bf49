import type { Decode, Members } from '../parameters/decode.js';
import { asItStands, type Fields, file, files, gathered, type Pair } from '../parameters/gather.js';
import { partsIn, type ReceivedPart, textOf } from './parts.js';
import { type FormReader, withOthers } from './urlencoded.js';

/** `multipart/form-data`. `others` is for names that nothing is known about; `headers` are those of parts, by the name of the part. */
export function multipartValue(
  fields: Fields,
  others: Decode = (text) => text,
  headers: Readonly<Record<string, Members>> = {},
): FormReader {
  return async (bytes, contentType, put) => {
    const described = new Map(fields);
    const partHeaders: Record<string, object> = Object.create(null);
    const pairs: Pair[] = [];
    for (const part of await partsIn(bytes, contentType)) {
      const { name } = part;
      if (name === undefined) throw new TypeError('no name');
      const gather = described.get(name);
      const isFile = gather ? gather === file || gather === files : part.filename !== undefined;
      pairs.push([name, isFile ? fileOf(part) : textOf(part.content)]);
      const own = Object.hasOwn(headers, name) ? headersOf(part, headers[name] ?? {}) : {};
      if (Object.keys(own).length > 0) partHeaders[name] ??= own;
    }
    if (Object.keys(partHeaders).length > 0) put?.(partHeaders);
    const { values, left } = gathered(pairs, fields, asItStands);
    return withOthers(values, left, others);
  };
}

/** The other `multipart/…`: parts in their order. `prefix` decodes those at the beginning, `item` all after; `undefined` leaves bytes. */
export function partsValue(prefix: readonly (Decode | undefined)[], item: Decode | undefined): FormReader {
  return async (bytes, contentType) =>
    (await partsIn(bytes, contentType)).map((part, i) => {
      const decode = i < prefix.length ? prefix[i] : item;
      return decode ? decode(textOf(part.content)) : fileOf(part);
    });
}

const fileOf = ({ content, filename, type }: ReceivedPart): Blob =>
  filename === undefined ? new Blob([content], { type }) : new File([content], filename, { type });

function headersOf({ headers }: ReceivedPart, decoders: Members): object {
  return Object.fromEntries(
    Object.entries(decoders).flatMap(([name, decode]) => {
      const text = headers.get(name);
      return text === null ? [] : [[name, decode(text)]];
    }),
  );
}
