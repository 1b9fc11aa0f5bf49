import { formText } from '../bodies/urlencoded.js';
import type { JsonText } from '../exact.js';
import type { Draft, Encoder, Input } from '../operation.js';
import { addQuery } from './encoders.js';
import { escaped } from './escape.js';

/** 3.2's `in: querystring`: the whole query from one value, by the media type that the document gives it. */
export function querystringForm(draft: Draft, { querystring }: Input): void {
  if (querystring !== undefined) addQuery(draft, formText(querystring, {}, 'querystring'));
}

/** The same for JSON: the query is the percent-encoded JSON. */
export function querystringJson({ stringify }: JsonText = JSON): Encoder {
  return (draft, { querystring }) => {
    const text = stringify(querystring);
    if (text !== undefined) addQuery(draft, escaped(text));
  };
}

/** Any other media type: the text as it is given, percent-encoded. */
export function querystringText(draft: Draft, { querystring }: Input): void {
  if (querystring !== undefined) addQuery(draft, escaped(String(querystring)));
}
