/** Mailboxes of RFC 5321, 4.1.2, and of RFC 6531, which lets characters beyond ASCII into them. */
import { ipv4, ipv6 } from './address.js';
import { hostname, idnHostname } from './hostname.js';

function isMailbox(text: string, local: RegExp, domain: (text: string) => boolean): boolean {
  const at = text.lastIndexOf('@');
  const name = text.slice(0, Math.max(0, at));
  const host = text.slice(at + 1);
  if (!local.test(name)) return false;
  const [, literal] = /^\[(.*)\]$/s.exec(host) ?? [];
  if (literal === undefined) return domain(host);
  return /^IPv6:/i.test(literal) ? ipv6(literal.slice(5)) : ipv4(literal);
}

/** What most of them are, in one go: unquoted, and at a name whose labels are short and have no hyphens where an A-label has them. */
const USUAL =
  /^[\w!#$%&'*+/=?^`{|}~-]{1,64}(?:\.[\w!#$%&'*+/=?^`{|}~-]{1,64})*@(?:[a-z\d]{1,30}(?:-[a-z\d]{1,30})*\.){1,3}[a-z\d]{1,30}$/i;

/** RFC 5321, `Mailbox`. */
export function email(text: string): boolean {
  if (text.length < 64 && USUAL.test(text)) return true;
  return isMailbox(text, /^(?:[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|"(?:[ !#-[\]-~]|\\[ -~])*")$/, hostname);
}
/** RFC 6531, `Mailbox`. A domain may be spelt with combining marks; it is looked up in its composed form. */
export function idnEmail(text: string): boolean {
  return isMailbox(
    text,
    /^(?:[\w!#$%&'*+/=?^`{|}~\x80-\u{10ffff}-]+(?:\.[\w!#$%&'*+/=?^`{|}~\x80-\u{10ffff}-]+)*|"(?:[ !#-[\]-~\x80-\u{10ffff}]|\\[ -~])*")$/u,
    (host) => idnHostname(host.normalize('NFC')),
  );
}
