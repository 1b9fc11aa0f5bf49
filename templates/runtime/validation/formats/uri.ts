/** RFC 3986 and, where characters beyond ASCII are allowed, RFC 3987: the text is parted by its delimiters, and each part has its characters. */
import { ipv6 } from './address.js';

const PARTS = /^(?:([a-z][a-z\d+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#([\s\S]*))?$/i;
const UNRESERVED_BEYOND_ASCII =
  '\\u{a0}-\\u{d7ff}\\u{f900}-\\u{fdcf}\\u{fdf0}-\\u{ffef}\\u{10000}-\\u{1fffd}\\u{20000}-\\u{2fffd}\\u{30000}-\\u{3fffd}\\u{40000}-\\u{4fffd}\\u{50000}-\\u{5fffd}\\u{60000}-\\u{6fffd}\\u{70000}-\\u{7fffd}\\u{80000}-\\u{8fffd}\\u{90000}-\\u{9fffd}\\u{a0000}-\\u{afffd}\\u{b0000}-\\u{bfffd}\\u{c0000}-\\u{cfffd}\\u{d0000}-\\u{dfffd}\\u{e1000}-\\u{efffd}';
const PRIVATE = '\\u{e000}-\\u{f8ff}\\u{f0000}-\\u{ffffd}\\u{100000}-\\u{10fffd}';

interface Alphabet {
  readonly user: RegExp;
  readonly name: RegExp;
  readonly path: RegExp;
  readonly query: RegExp;
  readonly fragment: RegExp;
}
function alphabet(beyond: string, inQuery: string): Alphabet {
  // Without `i`, with which `\\w` has two letters beyond ASCII.
  const only = (more: string): RegExp => new RegExp(`^(?:[\\w.~!$&'()*+,;=${beyond}${more}-]|%[\\da-fA-F]{2})*$`, 'u');
  return { user: only(':'), name: only(''), path: only(':@/'), query: only(`:@/?${inQuery}`), fragment: only(':@/?') };
}
let ascii: Alphabet | undefined;
let unicode: Alphabet | undefined;

function isReference(text: string, isAbsolute: boolean, allowed: Alphabet): boolean {
  const [, scheme, authority, path = '', query = '', fragment = ''] = PARTS.exec(text) ?? [];
  if (path === '' && authority === undefined && text !== '' && !/^[?#]|:/.test(text)) return false;
  if (isAbsolute && scheme === undefined) return false;
  // Without a scheme a colon in the first segment would read as one.
  if (scheme === undefined && authority === undefined && /^[^/]*:/.test(path)) return false;
  if (authority !== undefined && !isAuthority(authority, allowed)) return false;
  return allowed.path.test(path) && allowed.query.test(query) && allowed.fragment.test(fragment);
}

function isAuthority(text: string, allowed: Alphabet): boolean {
  const [, user = '', literal, name = ''] = /^(?:([^@]*)@)?(?:\[([^\]]*)\]|([^:@[\]]*))(?::\d*)?$/.exec(text) ?? [
    '',
    '',
    undefined,
    ' ',
  ];
  if (!allowed.user.test(user)) return false;
  return literal === undefined ? allowed.name.test(name) : ipv6(literal) || /^v[\da-f]+\.[\w.~!$&'()*+,;=:-]+$/i.test(literal);
}

/** What most of them are, in one go: a name or an IPv4 address as the host, and neither user nor brackets. All it matches are URIs. */
const USUAL =
  /^[a-z][a-z\d+.-]*:\/\/[\w.~-]+(?::\d*)?(?:\/(?:[\w.~!$&'()*+,;=:@/-]|%[\da-f]{2})*)?(?:\?(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?(?:#(?:[\w.~!$&'()*+,;=:@/?-]|%[\da-f]{2})*)?$/i;

/** RFC 3986, `URI`: with a scheme. */
export function uri(text: string): boolean {
  if (USUAL.test(text)) return true;
  ascii ??= alphabet('', '');
  return isReference(text, true, ascii);
}
/** RFC 3986, `URI-reference`. */
export function uriReference(text: string): boolean {
  ascii ??= alphabet('', '');
  return isReference(text, false, ascii);
}
/** RFC 3987, `IRI`. */
export function iri(text: string): boolean {
  unicode ??= alphabet(UNRESERVED_BEYOND_ASCII, PRIVATE);
  return isReference(text, true, unicode);
}
/** RFC 3987, `IRI-reference`. */
export function iriReference(text: string): boolean {
  unicode ??= alphabet(UNRESERVED_BEYOND_ASCII, PRIVATE);
  return isReference(text, false, unicode);
}

/** RFC 6570: literals and expressions of every level. */
export function uriTemplate(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the RFC leaves them out by name
  return /^(?:[^\x00-\x20\x7f-\x9f"%<>\\^`{|}]|%[\da-fA-F]{2}|\{[+#./;?&=,!@|]?(?:(?:\w|%[\da-fA-F]{2})(?:\.?(?:\w|%[\da-fA-F]{2}))*(?::[1-9]\d{0,3}|\*)?)(?:,(?:(?:\w|%[\da-fA-F]{2})(?:\.?(?:\w|%[\da-fA-F]{2}))*(?::[1-9]\d{0,3}|\*)?))*\})*$/u.test(
    text,
  );
}
