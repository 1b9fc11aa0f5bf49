/** Links: the input of an operation from what another one was asked and answered. */
import { member } from './input.js';
import type { Members } from './parameters/decode.js';
import { pointed } from './pointer.js';
import { isObject } from './validation/index.js';

/** An exchange that a link starts from. */
export interface Origin {
  readonly input: unknown;
  /** `headers` of an answer whose headers are documented hold what they mean. */
  readonly result: { readonly status: number; readonly body: unknown; readonly headers?: unknown; readonly response: Response };
}

/**
 * Fills in the runtime expressions in `template`. A text that is one expression becomes the value that it stands for; inside `{…}`, its
 * text; everything else stays. In a parameter a number goes for its text and a text for its number: in the request they are the same.
 * Whether the result is an input of the operation its own validation decides.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#runtime-expressions
 */
export function linkedInput<Input extends object>(
  template: object,
  from: Origin,
  parameters: Readonly<Record<string, Members>> = {},
): Input {
  return Object.fromEntries(
    Object.entries(template).map(([group, value]) => [group, decoded(filled(value, from), parameters[group])]),
  ) as Input;
}

function decoded(values: unknown, decoders: Members = {}): unknown {
  if (!isObject(values)) return values;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const decode = Object.hasOwn(decoders, name) && decoders[name];
      return [name, decode && /^(string|number|boolean|bigint)$/.test(typeof value) ? decode(String(value)) : value];
    }),
  );
}

function filled(template: unknown, from: Origin): unknown {
  if (typeof template === 'string') {
    if (template.startsWith('$')) return evaluated(template, from);
    return template.replace(/\{(\$[^{}]+)\}/g, (_, expression: string) => String(evaluated(expression, from) ?? ''));
  }
  if (Array.isArray(template)) return template.map((item) => filled(item, from));
  if (typeof template !== 'object' || template === null) return template;
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, filled(value, from)]));
}

/** Decoded where the document describes it: a number goes where a number is asked for. */
function headerOf({ headers, response }: Origin['result'], name: string): unknown {
  const decoded = headers instanceof Headers ? undefined : member(headers, name.toLowerCase());
  return decoded ?? response.headers.get(name) ?? undefined;
}

const GROUPS: Readonly<Record<string, string>> = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies' };

function evaluated(expression: string, { input, result }: Origin): unknown {
  const [, side, source, rest = ''] = /^\$(request|response)\.(\w+)(?:[.#](.*))?$/.exec(expression) ?? [];
  if (expression === '$statusCode') return result.status;
  if (expression === '$url') return result.response.url;
  if (side === 'response') return source === 'body' ? pointed(result.body, rest) : headerOf(result, rest);
  if (side === undefined || source === undefined) return expression;
  if (source === 'body') return pointed(member(input, 'body'), rest);
  const values = member(input, GROUPS[source] ?? '');
  if (source !== 'header') return member(values, rest);
  // Names of headers have no case.
  return Object.entries(Object(values)).find(([name]) => name.toLowerCase() === rest.toLowerCase())?.[1];
}
