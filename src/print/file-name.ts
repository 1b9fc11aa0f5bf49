/** Names of files, made of what the document calls something. */
import { fingerprint } from '../model/names.js';

/**
 * Words in lower case, joined by hyphens: `Load Balancers` is `load-balancers`. Depends on the text alone, and two texts may have one name:
 * what is put into a file by its name has to be at home there beside anything else.
 */
export function fileName(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const spelt = words.join('-').replace(/[^a-z\d-]/g, (letter) => `u${(letter.codePointAt(0) ?? 0).toString(16)}`);
  if (spelt === '') return `name-${fingerprint(text)}`;
  const short = spelt.length > LONGEST ? `${spelt.slice(0, LONGEST - 7)}-${fingerprint(text)}` : spelt;
  return short === 'index' || isReserved(short) ? `${short}_` : short;
}
const LONGEST = 60;

/** Whether Windows keeps the name, with any extension, for a device. */
export const isReserved = (name: string): boolean => /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i.test(name);
