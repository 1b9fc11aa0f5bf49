import type { MediaType } from '../../model/api.js';
import { Pairing } from './pairing.js';
import type { Direction } from './schemas/difference.js';

/**
 * By name; `charset` changes nothing of what a caller holds, and neither do the spaces between parameters. What is left, by range:
 * what is sent today may be one of `application/*`, and what was received as one of them may be named now.
 */
export function matchContent(was: readonly MediaType[], is: readonly MediaType[], direction: Direction): Pairing<MediaType> {
  const pairing = new Pairing(was, is);
  pairing.byKey(({ name }) => name);
  pairing.byKey(({ name }) => plain(name));
  pairing.where((a, b) => holdsTheSame(a, b) && (direction === 'send' ? covers(b.name, a.name) : covers(a.name, b.name)));
  return pairing;
}

/** The caller holds a value of the schema, whatever it is on the wire. */
export function holdsTheSame(a: MediaType, b: MediaType): boolean {
  return a.codec.kind === b.codec.kind || (isValue(a) && isValue(b));
}
function isValue({ codec }: MediaType): boolean {
  return codec.kind === 'json' || codec.kind === 'urlencoded' || codec.kind === 'multipart';
}

/** What the caller holds of it. */
export function wordsOf({ codec }: MediaType): string {
  switch (codec.kind) {
    case 'json':
    case 'urlencoded':
    case 'multipart':
      return 'a value';
    case 'text':
      return 'a text';
    case 'binary':
      return 'bytes';
    case 'sequence':
      return 'a sequence';
    default:
      return codec satisfies never;
  }
}

function covers(range: string, name: string): boolean {
  return range === '*/*' || (range.endsWith('/*') && name.startsWith(range.slice(0, -1)));
}

function plain(name: string): string {
  const [essence = '', ...parameters] = name.split(';').map((part) => part.trim());
  return [essence, ...parameters.filter((parameter) => !/^charset=/i.test(parameter)).sort()].join(';');
}
