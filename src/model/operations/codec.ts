/** Which bytes a media type stands for. @see https://spec.openapis.org/oas/v3.2.0#media-types */
import type { Codec } from '../api.js';

const SEQUENCES: Readonly<Record<string, Codec>> = {
  'text/event-stream': { kind: 'sequence', framing: 'sse', json: false },
  'application/jsonl': { kind: 'sequence', framing: 'json-lines', json: true },
  'application/x-jsonl': { kind: 'sequence', framing: 'json-lines', json: true },
  'application/jsonlines': { kind: 'sequence', framing: 'json-lines', json: true },
  'application/x-jsonlines': { kind: 'sequence', framing: 'json-lines', json: true },
  'application/ndjson': { kind: 'sequence', framing: 'json-lines', json: true },
  'application/x-ndjson': { kind: 'sequence', framing: 'json-lines', json: true },
  'application/stream+json': { kind: 'sequence', framing: 'json-lines', json: true },
  'application/json-seq': { kind: 'sequence', framing: 'json-seq', json: true },
};
/** Text that is not called `text/…`. */
const TEXT = /^text\/|[/+]xml$|^application\/(javascript|ecmascript|graphql|sql|yaml|x-yaml|toml|x-sh)$|\+yaml$/;
const JSON_TYPE = /^(application|text)\/(json|x-json|json5)$|\+json$/;

/** `application/json` of `Application/JSON; charset=utf-8`. */
export const essence = (mediaType: string): string => (mediaType.split(';', 1)[0] ?? '').trim().toLowerCase();

/** Undefined for a range that leaves it open, such as `application/*`: the schema has to tell. */
export function codecOf(mediaType: string): Codec | undefined {
  const name = essence(mediaType);
  const sequence = Object.hasOwn(SEQUENCES, name) ? SEQUENCES[name] : undefined;
  if (sequence) return sequence;
  if (name.endsWith('+json-seq')) return { kind: 'sequence', framing: 'json-seq', json: true };
  if (JSON_TYPE.test(name)) return { kind: 'json' };
  if (name === 'application/x-www-form-urlencoded') return { kind: 'urlencoded' };
  if (name === 'multipart/form-data') return { kind: 'multipart', form: true };
  if (name.startsWith('multipart/')) return { kind: 'multipart', form: false };
  if (TEXT.test(name)) return { kind: 'text' };
  return name === '*/*' || name === 'application/*' ? undefined : { kind: 'binary' };
}
