import { issue } from '../issue.js';
import type { Encoder } from '../operation.js';
import { escaped } from '../parameters/escape.js';
import { asJson, formExploded, type Style } from '../parameters/styles.js';
import { isAbsent, Unserializable } from '../parameters/values.js';
import { isObject } from '../validation/index.js';
import { setBody } from './raw.js';

/**
 * `application/x-www-form-urlencoded`. A property has the style that the document gives it; without one, texts stand as they are,
 * lists repeat the name, and what is deeper is JSON.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#encoding-the-x-www-form-urlencoded-media-type
 */
export function urlencodedBody(mediaType: string, styles: Readonly<Record<string, Style>> = {}): Encoder {
  return (draft, { body }) => {
    if (body === undefined) return;
    setBody(draft, formText(body, styles), mediaType);
  };
}

/** The text of a form. Throws issues where a value has no form as text. */
export function formText(body: unknown, styles: Readonly<Record<string, Style>> = {}, group = 'body'): string {
  if (!isObject(body)) throw [issue('a form is an object', 'type', [group])];
  const pieces = Object.entries(body).flatMap(([name, value]) => {
    const style = Object.hasOwn(styles, name) ? styles[name] : undefined;
    try {
      if (style) return style(escaped(name), value, escaped) ?? [];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return values
        .filter((one) => !isAbsent(one))
        .map((one) => (typeof one === 'object' ? asJson : formExploded)(escaped(name), one, escaped));
    } catch (fault) {
      throw [issue(fault instanceof Unserializable ? fault.message : 'this is no well-formed text', 'style', [group, name])];
    }
  });
  return pieces.join('&');
}
