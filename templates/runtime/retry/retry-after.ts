/** Milliseconds that `Retry-After` asks for, as seconds or as a date; undefined where it says neither. @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after */
export function retryAfter(headers: Headers): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  // Date.parse takes almost anything; a date of HTTP begins with the day.
  const date = /^[a-z]{3}/i.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(date)) return undefined;
  // The server's own clock, where it shows it: a wrong one on either side cancels out.
  const now = Date.parse(headers.get('date') ?? '');
  return Math.max(0, date - (Number.isNaN(now) ? Date.now() : now));
}
