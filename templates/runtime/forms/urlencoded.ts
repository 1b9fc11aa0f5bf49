import type { Decode } from '../parameters/decode.js';
import { type Fields, gathered, pairsIn, unescaped } from '../parameters/gather.js';

/** How the bytes of a form become its value. Rejects where they are no form; `put` takes the headers of parts by their names. */
export type FormReader = (bytes: Blob, contentType: string, put?: (partHeaders: object) => void) => Promise<object>;

/** `application/x-www-form-urlencoded`. `others` is for names that nothing is known about: without it they keep their text. */
export function urlencodedValue(fields: Fields, others?: Decode): FormReader {
  return async (bytes) => formValue(await bytes.text(), fields, others);
}

export function formValue(text: string, fields: Fields, others: Decode = (plain) => plain): object {
  const { values, left } = gathered(pairsIn(text), fields, unescaped);
  return withOthers(values, left, (value) => others(unescaped(value)));
}

/** What is left under one name more than once is a list. */
export function withOthers(
  values: Record<string, unknown>,
  left: ReadonlyMap<string, readonly (string | Blob)[]>,
  decode: Decode,
): object {
  for (const [name, all] of left) {
    const own = all.map((value) => (typeof value === 'string' ? decode(value) : value));
    values[name] = own.length > 1 ? own : own[0];
  }
  return values;
}
