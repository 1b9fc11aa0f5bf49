/** Parameters on their way into a request. What can't be said there ends the call, named by its place in the input. */
import { issue } from '../issue.js';
import type { Draft, Encoder, Input } from '../operation.js';
import { own } from '../validation/index.js';
import { type Escape, escaped, verbatim } from './escape.js';
import type { Style } from './styles.js';
import { Unserializable, unsaid } from './values.js';

/** `in: query`. */
export function query(name: string, style: Style, encode: Escape = escaped): Encoder {
  return (draft, input) =>
    addQuery(
      draft,
      styled(input, 'query', name, (value) => style(escaped(name), value, encode)),
    );
}

export function addQuery(draft: Draft, piece: string | undefined): void {
  if (piece) draft.url += (draft.url.includes('?') ? '&' : '?') + piece;
}

/** `in: header`. */
export function header(name: string, style: Style): Encoder {
  return (draft, input) => {
    const text = styled(input, 'headers', name, (value) => style(name, value, verbatim));
    if (text === undefined) return;
    checkHeaderValue(text, ['headers', name]);
    draft.headers.set(name, text);
  };
}
export const isHeaderValue = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
export function checkHeaderValue(text: string, path: readonly string[]): void {
  if (!isHeaderValue(text))
    throw [issue('a header holds no line breaks, no control characters and nothing above U+00FF', 'header', path)];
}

/** `in: cookie`. Browsers don't let a page set this header: there, only their own cookies are sent. */
export function cookieParameter(name: string, style: Style, encode: Escape = escaped): Encoder {
  return (draft, input) => {
    const text = styled(input, 'cookies', name, (value) => style(name, value, (part) => unparted(encode(part))));
    if (text === undefined) return;
    if (!/^[\x20-\x7e]*$/.test(text)) throw [issue('a cookie holds printable ASCII only', 'cookie', ['cookies', name])];
    addCookie(draft, text);
  };
}

/** What is not percent-encoded must not begin another cookie. */
function unparted(text: string): string {
  if (text.includes(';')) throw new Unserializable('a cookie holds no semicolon');
  return text;
}

export function addCookie({ headers }: Draft, text: string): void {
  const before = headers.get('cookie');
  headers.set('cookie', before === null ? text : `${before}; ${text}`);
}

/** The text of one parameter. */
export function styled(
  input: Input,
  group: 'path' | 'query' | 'headers' | 'cookies',
  name: string,
  write: (value: unknown) => string | undefined,
): string | undefined {
  try {
    return write(own(input[group] ?? {}, name));
  } catch (fault) {
    throw unsaid(fault, [group, name]);
  }
}
