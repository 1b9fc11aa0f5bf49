/**
 * Parameters on their way into a request. What can't be said there becomes an issue of the draft, named by its place in the
 * input, and then nothing is sent.
 */
import { member } from '../input.js';
import { issue } from '../issue.js';
import type { Draft, Encoder } from '../operation.js';
import { type Escape, escaped, verbatim } from './escape.js';
import type { Style } from './styles.js';
import { Unserializable } from './values.js';

/** `in: query`. */
export function query(name: string, style: Style, encode: Escape = escaped): Encoder {
  return (draft, input) => {
    const text = styled(draft, input, 'query', name, (value) => style(escaped(name), value, encode));
    if (text !== undefined) draft.query.push(text);
  };
}

/** `in: header`. */
export function header(name: string, style: Style): Encoder {
  return (draft, input) => {
    const text = styled(draft, input, 'headers', name, (value) => style(name, value, verbatim));
    if (text === undefined) return;
    if (/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) draft.headers.set(name, text);
    else
      draft.issues.push(
        issue('a header holds no line breaks, no control characters and nothing above U+00FF', 'header', 'headers', name),
      );
  };
}

/** `in: cookie`. Browsers don't let a page set this header: there, only their own cookies are sent. */
export function cookieParameter(name: string, style: Style, encode: Escape = escaped): Encoder {
  return (draft, input) => {
    const text = styled(draft, input, 'cookies', name, (value) => style(name, value, encode));
    if (text === undefined) return;
    if (/^[\x20-\x7e]*$/.test(text)) addCookie(draft, text);
    else draft.issues.push(issue('a cookie holds printable ASCII only', 'cookie', 'cookies', name));
  };
}

export function addCookie(draft: Draft, text: string): void {
  const before = draft.headers.get('cookie');
  draft.headers.set('cookie', before === null ? text : `${before}; ${text}`);
}

/** One piece of a path: a text of the document, already percent-encoded, or a parameter. */
export type Piece = string | readonly [name: string, style: Style, encode?: Escape];

/**
 * The path. Every segment that a parameter takes part in must say something and must not be `.` or `..`, however spelt: URL parsers
 * and servers would go up a level, percent-encoded or not.
 */
export function path(...pieces: readonly Piece[]): Encoder {
  return (draft, input) => {
    let text = '';
    let names: string[] = [];
    const close = () => {
      const segment = text.slice(text.lastIndexOf('/') + 1);
      if (names.length && (segment === '' || climbs(segment))) {
        const fault = segment === '' ? 'a path segment can not be empty' : 'a path segment can not be "." or ".."';
        draft.issues.push(issue(fault, 'path', 'path', ...names.slice(0, 1)));
      }
      names = [];
    };
    for (const piece of pieces) {
      if (typeof piece === 'string') {
        const [end, ...rest] = piece.split('/');
        text += end;
        for (const segment of rest) {
          close();
          text += `/${segment}`;
        }
      } else {
        const [name, style, encode = escaped] = piece;
        names.push(name);
        text += styled(draft, input, 'path', name, (value) => style(escaped(name), value, encode)) ?? '';
      }
    }
    close();
    draft.path = text;
  };
}

/** Decoded until nothing changes, since there are servers that decode twice; a slash or backslash inside counts as one. */
function climbs(segment: string): boolean {
  let text = segment;
  for (let before = ''; before !== text; ) {
    before = text;
    text = text
      .replace(/%25/g, '%')
      .replace(/%2e/gi, '.')
      .replace(/%2f|%5c|\\/gi, '/');
  }
  return text.split('/').some((part) => part === '.' || part === '..');
}

function styled(
  draft: Draft,
  input: unknown,
  group: string,
  name: string,
  write: (value: unknown) => string | undefined,
): string | undefined {
  try {
    return write(member(member(input, group), name));
  } catch (fault) {
    // Half of a surrogate pair is the other way to fail.
    const message = fault instanceof Unserializable ? fault.message : 'this is no well-formed text';
    draft.issues.push(issue(message, 'style', group, name));
    return undefined;
  }
}
