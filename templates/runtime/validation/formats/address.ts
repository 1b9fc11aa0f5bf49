/** Addresses of the Internet Protocol. */

/** RFC 2673, 3.2: four decimal numbers up to 255, without leading zeros. */
export function ipv4(text: string): boolean {
  return /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text);
}

/** RFC 4291, 2.2: eight groups, of which `::` stands for one or more that are zero; the last two may be an IPv4 address. No zone. */
export function ipv6(text: string): boolean {
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) return false;
  const groups = (side: string, isLast: boolean): number => {
    if (side === '') return 0;
    const parts = side.split(':');
    let count = parts.length;
    for (const [i, part] of parts.entries()) {
      if (/^[\da-f]{1,4}$/i.test(part)) continue;
      if (!isLast || i < parts.length - 1 || !ipv4(part)) return 9;
      count++;
    }
    return count;
  };
  if (right === undefined) return groups(left, true) === 8;
  return groups(left, false) + groups(right, true) <= 7;
}
