/**
 * When a JSON Web Token expires, in milliseconds since the epoch by its issuer's clock; undefined where it does not say, or is none.
 * The signature is not checked: a wrong answer costs a refresh or a 401, no more.
 *
 * @see https://www.rfc-editor.org/rfc/rfc7519#section-4.1.4
 */
export function expiryOf(token: string): number | undefined {
  try {
    const { exp }: { exp?: unknown } = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
    if (typeof exp === 'number') return exp * 1000;
  } catch {
    // No JSON Web Token: opaque to us.
  }
  return undefined;
}
