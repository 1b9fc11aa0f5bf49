export const IDEMPOTENCY_KEY: string = 'idempotency-key';

/**
 * A header that makes a request safe to repeat where the server knows it: `createPayment(client, input, { headers: idempotencyKey() })`.
 * With one, `retrying` repeats a POST too; every attempt of the call carries the same key.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export function idempotencyKey(key: string = randomKey()): { readonly 'idempotency-key': string } {
  return { 'idempotency-key': key };
}

/** 128 random bits. Not `crypto.randomUUID`, which pages without TLS don't have. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
