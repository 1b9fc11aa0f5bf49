/** Items of sequences as they stand in a body. */
import type { JsonText } from '../exact.js';

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
/** A server-sent event by its fields. @see https://html.spec.whatwg.org/multipage/server-sent-events.html */
export const eventFields: Framed = (item) => {
  const lines = Object.entries(Object(item)).flatMap(([field, value]) =>
    value === undefined
      ? []
      : String(value)
          .split(/\r\n|\r|\n/)
          .map((line) => `${field}: ${line}\n`),
  );
  return `${lines.join('')}\n`;
};
