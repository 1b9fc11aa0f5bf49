import { issue } from '../issue.js';
import type { Encoder } from '../operation.js';
import { type Escape, escaped } from '../parameters/escape.js';
import { asJson, formExploded, type Style } from '../parameters/styles.js';
import { isAbsent, unsaid } from '../parameters/values.js';
import { isObject } from '../validation/index.js';
import { setBody } from './raw.js';

/**
 * `application/x-www-form-urlencoded`. A property has the style that the document gives it; without one, texts stand as they are,
 * lists repeat the name, and what is deeper is JSON.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#encoding-the-x-www-form-urlencoded-media-type
 */
export function urlencodedBody(mediaType: string, styles: Styles = {}): Encoder {
  return (draft, { body }) => {
    if (body === undefined) return;
    setBody(draft, formText(body, styles), mediaType);
  };
}

/** By property; what is not percent-encoded as usual has an escape of its own. */
type Styles = Readonly<Record<string, Style | readonly [Style, Escape]>>;

/** The text of a form. Throws issues where a value has no form as text. */
export function formText(body: unknown, styles: Styles = {}, group = 'body'): string {
  if (!isObject(body)) throw [issue('a form is an object', 'type', [group])];
  const pieces = Object.entries(body).flatMap(([name, value]) => {
    const own = Object.hasOwn(styles, name) ? styles[name] : undefined;
    const [style, encode = escaped] = typeof own === 'function' ? [own] : (own ?? []);
    try {
      if (style) return style(escaped(name), value, encode) ?? [];
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      return values
        .filter((one) => !isAbsent(one))
        .map((one) => (typeof one === 'object' ? asJson() : formExploded)(escaped(name), one, escaped));
    } catch (fault) {
      throw unsaid(fault, [group, name]);
    }
  });
  return pieces.join('&');
}
