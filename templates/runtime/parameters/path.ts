import { issue } from '../issue.js';
import type { Encoder } from '../operation.js';
import { styled } from './encoders.js';
import { type Escape, escaped } from './escape.js';
import type { Style } from './styles.js';

/** One piece of a path: a text of the document, already percent-encoded, or a parameter. */
export type Piece = string | readonly [name: string, style: Style, encode?: Escape];

/**
 * `in: path`. Every segment that a parameter takes part in must say something and must not be `.` or `..`, however it is spelt: URL
 * parsers and servers would go up a level, percent-encoded or not.
 */
export function path(...pieces: readonly Piece[]): Encoder {
  return (draft, input) => {
    let before = '';
    let segment = '';
    let parameter: string | undefined;
    const close = () => {
      const fault = parameter === undefined ? undefined : segment === '' ? 'empty' : climbs(segment) ? '"." or ".."' : undefined;
      if (fault && parameter !== undefined) throw [issue(`a segment of a path can't be ${fault}`, 'path', ['path', parameter])];
      before += segment;
      segment = '';
      parameter = undefined;
    };
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        piece.split('/').forEach((text, i) => {
          if (i > 0) {
            close();
            before += '/';
          }
          segment += text;
        });
      } else {
        const [name, style, encode = escaped] = piece;
        parameter ??= name;
        segment += styled(input, 'path', name, (value) => style(escaped(name), value, encode)) ?? '';
      }
    }
    close();
    draft.url = before;
  };
}

/** Decoded until nothing changes, since some servers decode twice; what is a slash or a backslash then parts segments too. */
function climbs(segment: string): boolean {
  let text = segment;
  for (let last = ''; last !== text; ) {
    last = text;
    text = text
      .replace(/%25/g, '%')
      .replace(/%2e/gi, '.')
      .replace(/%2f|%5c|\\/gi, '/');
  }
  return text.split('/').some((part) => part === '.' || part === '..');
}
