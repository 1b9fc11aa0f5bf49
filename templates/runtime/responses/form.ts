import { refusal } from '../issue.js';
import { matches, statedType } from '../media-type.js';
import type { ResponseReader } from '../operation.js';
import type { Decode } from '../parameters/decode.js';
import { readBytes } from '../read.js';
import { validate } from '../validate.js';
import type { Check } from '../validation/index.js';

/**
 * An answer that is a form, urlencoded or multipart: an object of texts and files. `decoders` say what the texts of a property mean;
 * a property that is listed in `lists` is a list however often it is there.
 */
export function formAnswer(
  mediaType: string,
  decoders: Readonly<Record<string, Decode>>,
  lists: readonly string[],
  check?: Check,
): ResponseReader {
  return async (response, call) => {
    const stated = statedType(response);
    const bytes = await readBytes(response, call);
    try {
      if (bytes && (!stated || matches(mediaType, stated))) {
        const headers = { 'content-type': response.headers.get('content-type') ?? mediaType };
        const body = await formValue(new Response(bytes, { headers }), decoders, lists);
        return { body, issues: validate(call, 'response', check, body) };
      }
    } catch {
      // As an issue.
    }
    return { issues: refusal(undefined, mediaType, 'contentMediaType') };
  };
}

/** Rejects where the body is no form. */
export async function formValue(
  body: Response | Request,
  decoders: Readonly<Record<string, Decode>>,
  lists: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const form = await body.formData();
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    await Promise.all(
      names.map(async (name): Promise<[string, unknown]> => {
        const values = await Promise.all(form.getAll(name).map((value) => decoded(value, name, decoders)));
        return [name, lists.includes(name) ? values : values[0]];
      }),
    ),
  );
}

async function decoded(value: string | File, name: string, decoders: Readonly<Record<string, Decode>>): Promise<unknown> {
  const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined;
  // Parts that say they are JSON, or that ought to be text, come as files when they have a content type of their own.
  if (typeof value !== 'string') return decode ? decode(await value.text()) : value;
  return decode ? decode(value) : value;
}
