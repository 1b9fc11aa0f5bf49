import type { MediaType } from '../../model/api.js';
import type { Direction } from './schemas/difference.js';

export interface MatchedContent {
  readonly pairs: readonly (readonly [MediaType, MediaType])[];
  readonly removed: readonly MediaType[];
  readonly added: readonly MediaType[];
}

/**
 * By name; `charset` changes nothing of what a caller holds, and neither do the spaces between parameters. What is left, by range:
 * what is sent today may be one of `application/*`, and what was received as one of them may be named now.
 */
export function matchContent(was: readonly MediaType[], is: readonly MediaType[], direction: Direction): MatchedContent {
  const pairs: (readonly [MediaType, MediaType])[] = [];
  const removed = new Set(was);
  const added = new Set(is);
  const pairUp = (fits: (a: MediaType, b: MediaType) => boolean): void => {
    for (const a of removed) {
      const b = [...added].find((one) => fits(a, one));
      if (!b) continue;
      pairs.push([a, b]);
      removed.delete(a);
      added.delete(b);
    }
  };
  pairUp((a, b) => a.name === b.name);
  pairUp((a, b) => plain(a.name) === plain(b.name));
  pairUp((a, b) => holdsTheSame(a, b) && (direction === 'send' ? covers(b.name, a.name) : covers(a.name, b.name)));
  return { pairs, removed: [...removed], added: [...added] };
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
