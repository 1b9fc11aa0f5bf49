/** URI references (RFC 3986) by the platform's `URL`, without its exceptions. */

export function resolveUri(reference: string, base: string): string | undefined {
  try {
    return new URL(reference, base).href;
  } catch {
    return undefined;
  }
}

/** A URI without its fragment, and the fragment (still percent-encoded); undefined where there is none. */
export function splitFragment(uri: string): { readonly uri: string; readonly fragment: string | undefined } {
  const hash = uri.indexOf('#');
  return hash < 0 ? { uri, fragment: undefined } : { uri: uri.slice(0, hash), fragment: uri.slice(hash + 1) };
}

/** The percent-decoded text, undefined where a `%` begins no encoded character. */
export function decodeFragment(fragment: string): string | undefined {
  if (!fragment.includes('%')) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

/** Text percent-encoded as a token of a fragment. A lone surrogate has no UTF-8 and stays as it is, which `decodeFragment` does as well. */
export function encodeFragment(text: string): string {
  return text.replace(/\P{Surrogate}+/gu, encodeURIComponent);
}
