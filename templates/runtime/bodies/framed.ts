/** Items of sequences as they stand in a body. */
import type { JsonText } from '../exact.js';
import { issue } from '../issue.js';

export type Framed = (item: unknown) => string;

/** JSON Lines. @see https://jsonlines.org */
export function jsonLine({ stringify }: JsonText = JSON): Framed {
  return (item) => `${stringify(item)}\n`;
}
/** JSON text sequences. @see https://www.rfc-editor.org/rfc/rfc7464 */
export function jsonRecord({ stringify }: JsonText = JSON): Framed {
  return (item) => `\x1e${stringify(item)}\n`;
}
/** A server-sent event whose data is JSON. */
export function jsonEvent({ stringify }: JsonText = JSON): Framed {
  return (item) => `data: ${stringify(item)}\n\n`;
}
/**
 * A server-sent event by its fields. Data alone can have several lines; elsewhere a line break would begin another field, and is refused.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html
 */
export const eventFields: Framed = (item) => {
  const lines = Object.entries(Object(item)).flatMap(([field, value]) => {
    if (value === undefined) return [];
    const texts = String(value).split(/\r\n|\r|\n/);
    if (/[\r\n:]/.test(field) || (field !== 'data' && texts.length > 1))
      throw [issue('of the fields of an event only its data holds line breaks', 'format', ['body'])];
    return texts.map((text) => `${field}: ${text}\n`);
  });
  return `${lines.join('')}\n`;
};
