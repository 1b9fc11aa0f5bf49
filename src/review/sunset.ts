/** `2027-01-31` of a date as documents write it, ISO 8601 or that of HTTP; undefined for what is none. */
export function dayOf(sunset: string): string | undefined {
  const time = Date.parse(sunset);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().slice(0, 10);
}
