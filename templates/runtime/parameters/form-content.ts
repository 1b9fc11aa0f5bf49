/** `content` parameters that are forms: `application/x-www-form-urlencoded` inside the one text of a parameter. */
import { formText } from '../bodies/urlencoded.js';
import { formValue } from '../forms/urlencoded.js';
import type { Decode } from './decode.js';
import type { Fields } from './gather.js';
import type { Style } from './styles.js';
import { isAbsent } from './values.js';

export const asForm: Style = (name, value, encode) => (isAbsent(value) ? undefined : `${name}=${encode(formText(value))}`);
/** In a path or a header, where the name is not part of the text. */
export const plainForm: Style = (_, value, encode) => (isAbsent(value) ? undefined : encode(formText(value)));

export function fromForm(fields: Fields): Decode {
  return (text) => formValue(text, fields);
}
