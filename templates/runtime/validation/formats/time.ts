/** Dates and times of RFC 3339, read by code units: these formats are the most frequent, and a regular expression is slower. */

/** Two digits at an index as a number; negative where they are none. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

/** `full-date` at the beginning of a text. */
function startsWithDate(text: string): boolean {
  const century = pair(text, 0);
  const year = pair(text, 2);
  const month = pair(text, 5);
  const day = pair(text, 8);
  if (century < 0 || year < 0 || month < 1 || month > 12 || day < 1 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45)
    return false;
  if (day <= 28) return true;
  if (month !== 2) return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
  return day === 29 && year % 4 === 0 && (year !== 0 || century % 4 === 0);
}

/** `full-time` from an index to the end. A leap second is one only at 23:59:60 of UTC. */
function endsWithTime(text: string, at: number): boolean {
  const hour = pair(text, at);
  const minute = pair(text, at + 3);
  const second = pair(text, at + 6);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) return false;
  if (text.charCodeAt(at + 2) !== 58 || text.charCodeAt(at + 5) !== 58) return false;
  let i = at + 8;
  if (text.charCodeAt(i) === 46) {
    const first = ++i;
    for (let digit = text.charCodeAt(i); digit >= 48 && digit <= 57; digit = text.charCodeAt(i)) i++;
    if (i === first) return false;
  }
  const zone = text.charCodeAt(i);
  if (zone === 90 || zone === 122) return i + 1 === text.length && (second < 60 || (hour === 23 && minute === 59));
  const hours = pair(text, i + 1);
  const minutes = pair(text, i + 4);
  if ((zone !== 43 && zone !== 45) || i + 6 !== text.length || text.charCodeAt(i + 3) !== 58) return false;
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return false;
  const offset = (hours * 60 + minutes) * (zone === 43 ? -1 : 1);
  return second < 60 || (hour * 60 + minute + offset + 2880) % 1440 === 1439;
}

/** RFC 3339, `full-date`. */
export function date(text: string): boolean {
  return text.length === 10 && startsWithDate(text);
}
/** RFC 3339, `full-time`. */
export function time(text: string): boolean {
  return endsWithTime(text, 0);
}
/** RFC 3339, `date-time`. */
export function dateTime(text: string): boolean {
  const separator = text.charCodeAt(10);
  return (separator === 84 || separator === 116) && startsWithDate(text) && endsWithTime(text, 11);
}

/** RFC 3339, appendix A: weeks alone, or units in their order without a gap. */
export function duration(text: string): boolean {
  const parts =
    /^P(?:\d+W|(?:(\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?))$/.exec(text);
  return parts !== null && text.length > 1;
}
