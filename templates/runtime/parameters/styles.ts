/**
 * The serialization styles of the Parameter Object, after RFC 6570. Each is a function of its own, so that a bundle holds only
 * those that its operations use. `…Exploded` is the style with `explode: true`.
 *
 * Undefined and null say that there is no value, and so do an empty list and an empty object (RFC 6570, 2.3).
 *
 * @see https://spec.openapis.org/oas/v3.2.0#style-values
 */
import type { JsonText } from '../exact.js';
import { isObjectLike } from '../validation/index.js';
import { type Escape, verbatim } from './escape.js';
import { isAbsent, type Parts, partsOf } from './values.js';

/** A value as it stands in its place, the name included where the style shows it; undefined where there is no value. */
export type Style = (name: string, value: unknown, encode: Escape) => string | undefined;

/** A style by what it makes of a text, of a list that is not empty, and of pairs. */
function style(
  text: (name: string, text: string) => string,
  list: (name: string, items: readonly string[]) => string,
  object: (name: string, pairs: readonly (readonly [string, string])[]) => string,
): Style {
  return (name, value, encode) => {
    if (isAbsent(value)) return undefined;
    const parts: Parts = partsOf(value, encode);
    switch (parts.kind) {
      case 'text':
        return text(name, parts.text);
      case 'list':
        return parts.items.length ? list(name, parts.items) : undefined;
      case 'object':
        return parts.pairs.length ? object(name, parts.pairs) : undefined;
    }
    return parts satisfies never;
  };
}
/** Name, sign, value; for each pair. */
const equations = (pairs: readonly (readonly [string, string])[]): string[] => pairs.map(([name, value]) => `${name}=${value}`);

/** `blue`; `blue,black`; `R,100,G,200`. */
export const simple: Style = /* @__PURE__ */ style(
  (_, text) => text,
  (_, items) => items.join(),
  (_, pairs) => pairs.join(),
);
/** `blue`; `blue,black`; `R=100,G=200`. */
export const simpleExploded: Style = /* @__PURE__ */ style(
  (_, text) => text,
  (_, items) => items.join(),
  (_, pairs) => equations(pairs).join(),
);
/** `.blue`; `.blue,black`; `.R,100,G,200`. */
export const label: Style = /* @__PURE__ */ style(
  (_, text) => `.${text}`,
  (_, items) => `.${items.join()}`,
  (_, pairs) => `.${pairs.join()}`,
);
/** `.blue`; `.blue.black`; `.R=100.G=200`. */
export const labelExploded: Style = /* @__PURE__ */ style(
  (_, text) => `.${text}`,
  (_, items) => `.${items.join('.')}`,
  (_, pairs) => `.${equations(pairs).join('.')}`,
);
/** `;color=blue`; `;color=blue,black`; `;color=R,100,G,200`. */
export const matrix: Style = /* @__PURE__ */ style(
  matrixText,
  (name, items) => `;${name}=${items.join()}`,
  (name, pairs) => `;${name}=${pairs.join()}`,
);
/** `;color=blue`; `;color=blue;color=black`; `;R=100;G=200`. */
export const matrixExploded: Style = /* @__PURE__ */ style(
  matrixText,
  (name, items) => items.map((item) => matrixText(name, item)).join(''),
  (_, pairs) => pairs.map(([name, value]) => matrixText(name, value)).join(''),
);
/** `color=blue`; `color=blue,black`; `color=R,100,G,200`. */
export const form: Style = /* @__PURE__ */ delimited(',');
/** `color=blue`; `color=blue&color=black`; `R=100&G=200`. */
export const formExploded: Style = /* @__PURE__ */ exploded('&');
/** `color=blue%20black`; `color=R%20100%20G%20200`. */
export const spaceDelimited: Style = /* @__PURE__ */ delimited('%20');
/** `color=blue%7Cblack`; `color=R%7C100%7CG%7C200`. */
export const pipeDelimited: Style = /* @__PURE__ */ delimited('%7C');
/** 3.2's style for cookies: as `form`, but with `; ` between cookies. */
export const cookie: Style = /* @__PURE__ */ delimited(',');
export const cookieExploded: Style = /* @__PURE__ */ exploded('; ');

/**
 * `color%5BR%5D=100&color%5BG%5D=200`. The specification leaves deeper values open; they are written as servers commonly read them,
 * objects by name and lists by index: `filter%5Btags%5D%5B0%5D=a`.
 */
export const deepObject: Style = (name, value, encode) => {
  const pieces: string[] = [];
  const walk = (path: string, at: unknown): void => {
    if (isAbsent(at)) return;
    if (!isObjectLike(at)) {
      const parts = partsOf(at, encode);
      if (parts.kind === 'text') pieces.push(`${path}=${parts.text}`);
      return;
    }
    for (const [key, member] of Object.entries(at)) walk(`${path}%5B${encode(key)}%5D`, member);
  };
  walk(name, value);
  return pieces.length ? pieces.join('&') : undefined;
};

/** A `content` parameter of a JSON media type. */
export function asJson({ stringify }: JsonText = JSON): Style {
  return (name, value, encode) => {
    const text = stringify(value);
    return text === undefined ? undefined : `${name}=${encode(text)}`;
  };
}
/** In a form each item of a list is one value under the same name (3.2, Encoding Object). */
export function itemwise(style: Style): Style {
  return (name, value, encode) => {
    const items: readonly unknown[] = Array.isArray(value) ? value.filter((item) => !isAbsent(item)) : [value];
    return items.map((item) => style(name, item, encode)).join('&') || undefined;
  };
}
/** The same in a path or a header, where the name is not part of the text. */
export function plainJson({ stringify }: JsonText = JSON): Style {
  return (_, value, encode) => {
    const text = stringify(value);
    // A header holds no more than ASCII with certainty.
    return text === undefined ? undefined : encode(encode === verbatim ? ascii(text) : text);
  };
}

/** JSON of the same meaning. */
const ascii = (json: string): string =>
  json.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function matrixText(name: string, text: string): string {
  return text ? `;${name}=${text}` : `;${name}`;
}
function delimited(sign: string): Style {
  return style(
    (name, text) => `${name}=${text}`,
    (name, items) => `${name}=${items.join(sign)}`,
    (name, pairs) => `${name}=${pairs.flat().join(sign)}`,
  );
}
function exploded(sign: string): Style {
  return style(
    (name, text) => `${name}=${text}`,
    (name, items) => items.map((item) => `${name}=${item}`).join(sign),
    (_, pairs) => equations(pairs).join(sign),
  );
}
