/** How the answer of each status becomes a body. */
import type { Api, MediaType, Operation, ResponseHeader } from '../../model/api.js';
import type { SchemaId } from '../../model/schema.js';
import { type Code, code, derived, empty, join, propertyKey } from '../../print/code.js';
import type { Answer } from './answers.js';
import { exactJson } from './exact.js';
import { formReaderOf, headerDecoder } from './gathering.js';

export function responseReader({ response, isDenied }: Answer, bytes: Operation['bytes'], api: Api): Code {
  const content = contentReader(response.content, bytes, api);
  const reader =
    response.headersType === undefined ? content : headersReader(content, response.headers, response.headersType, api);
  return isDenied ? code`runtime.denied(${reader})` : reader;
}

function headersReader(reader: Code, headers: readonly ResponseHeader[], declared: SchemaId, api: Api): Code {
  const decoders = headers.map((header) => code`${propertyKey(header.name, 'value')}: ${headerDecoder(header, api)}`);
  return code`runtime.withHeaders(${reader}, { ${join(decoders, ', ')} }, validators.${derived('check', declared)})`;
}

function contentReader([first, ...others]: readonly MediaType[], bytes: Operation['bytes'], api: Api): Code {
  if (!first) return code`runtime.none`;
  if (others.length === 0) return readerOf(first, bytes, api);
  const choices = [first, ...others].map((media) => code`[${media.name}, ${readerOf(media, bytes, api)}]`);
  return code`runtime.responseChoice(${join(choices, ', ')})`;
}

function readerOf(media: MediaType, bytes: Operation['bytes'], api: Api): Code {
  const { codec, validator } = media;
  const validates = validator === undefined ? empty : code`validators.${derived('check', validator)}`;
  const typed = validator === undefined ? code`${media.name}` : code`${media.name}, ${validates}`;
  switch (codec.kind) {
    case 'json': {
      const exact = exactJson(validator, api);
      return exact ? code`runtime.json(${validates}, ${exact})` : code`runtime.json(${validates})`;
    }
    case 'text':
      return code`runtime.text(${typed})`;
    case 'binary':
      return bytes === 'stream' ? code`runtime.byteStream(${media.name})` : code`runtime.binary(${media.name})`;
    case 'urlencoded':
    case 'multipart':
      return formReader(media, validates, api);
    case 'sequence':
      return code`runtime.${sequenceReader(codec)}(${typed}${exactly(codec, exactJson(validator, api))})`;
    default:
      return codec satisfies never;
  }
}

function formReader(media: MediaType, validates: Code, api: Api): Code {
  const checked = validates === empty ? empty : code`, ${validates}`;
  return code`runtime.formAnswer(${media.name}, ${formReaderOf(media, api)}${checked})`;
}

/** Events are read by their fields, and have no JSON of their own. */
const exactly = (codec: Extract<MediaType['codec'], { kind: 'sequence' }>, exact: Code | undefined): Code =>
  exact && codec.json ? code`, ${exact}` : empty;

function sequenceReader({ framing, json }: Extract<MediaType['codec'], { kind: 'sequence' }>): Code {
  switch (framing) {
    case 'json-lines':
      return code`jsonLines`;
    case 'json-seq':
      return code`jsonSequence`;
    case 'sse':
      return json ? code`jsonEvents` : code`events`;
    default:
      return framing satisfies never;
  }
}
