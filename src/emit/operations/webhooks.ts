/** `webhooks.ts`: for what the API calls at the consumer's end, webhooks and callbacks, a handler that takes typed functions. */
import type { Api, Callback, MediaType, Operation, Parameter } from '../../model/api.js';
import { byCodeUnits } from '../../model/node.js';
import { type Code, code, derived, empty, join, name, propertyKey } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';
import type { FileModel } from '../../print/file.js';
import { answersOf } from './answers.js';
import { concreteOf, encoderOf } from './bodies.js';
import { isForm, record, shapeOf } from './decoders.js';
import { docsOf } from './docs.js';
import { exactJson } from './exact.js';
import { contentDecoder, fieldsOf, formFields, formReaderOf, headerDecoder } from './gathering.js';
import { importsOf } from './imports.js';
import { block, list } from './layout.js';
import { bodyType, union } from './types.js';

interface Incoming {
  readonly operation: Operation;
  /** What it is called for, in a sentence. */
  readonly occasion: string;
}

export function webhooksFile(api: Api): FileModel | undefined {
  const incoming = incomingOf(api);
  if (incoming.length === 0) return undefined;
  const statements = incoming.flatMap((each) => declarations(each, api));
  return {
    kind: 'code',
    path: 'webhooks.ts',
    imports: [{ from: './runtime/handlers/index.js', namespace: 'handlers' }, ...importsOf(statements)],
    statements,
  };
}

/** One for each name: two references to one callback are the same. */
function incomingOf({ webhooks, operations }: Api): readonly Incoming[] {
  const found = new Map<string, Incoming>();
  for (const { name: webhook, operation } of webhooks)
    found.set(operation.name, { operation, occasion: `Webhook \`${webhook}\`.` });
  for (const owner of operations) {
    for (const callback of owner.callbacks)
      found.set(callback.operation.name, { operation: callback.operation, occasion: occasionOf(callback, owner) });
  }
  return [...found.values()].sort((a, b) => byCodeUnits(a.operation.name, b.operation.name));
}

const occasionOf = ({ name: callback, expression }: Callback, owner: Operation): string =>
  `Callback \`${callback}\` of \`${owner.name}\`, sent to \`${expression}\`.`;

function declarations({ operation, occasion }: Incoming, api: Api): readonly Declaration[] {
  const input = derived('', operation.typeName, 'Input');
  const result = derived('', operation.typeName, 'Result');
  const replies = answersOf(operation.responses).flatMap(({ response, status }) => {
    const bodies: readonly (MediaType | undefined)[] = response.content.length > 0 ? response.content : [undefined];
    return bodies.map(
      (media) => code`{ status: ${status}; body${media ? empty : code`?`}: ${replyType(media)}; headers?: HeadersInit }`,
    );
  });
  return [
    ...(operation.input.kind === 'reference'
      ? [{ kind: 'type' as const, name: input, type: code`types.${name(operation.input.to)}` }]
      : []),
    {
      kind: 'type',
      name: result,
      docs: ['What the handler may answer.'],
      type: replies.length === 0 ? code`handlers.Reply` : union(replies),
    },
    {
      kind: 'function',
      name: name(operation.name),
      docs: [occasion, ...docsOf(operation).filter((part) => part !== `\`${operation.method} ${operation.template}\``)],
      parameters: [
        { name: code`handle`, type: code`(input: ${input}, request: Request) => ${result} | Promise<${result}>` },
        { name: code`options`, type: code`handlers.HandlerOptions`, optional: true },
      ],
      returns: code`(request: Request) => Promise<Response>`,
      body: code`return handlers.handler<${input}>(${reception(operation, api)}, handle, options);`,
    },
  ];
}

/** Items are given as they come to hand: a list, or whatever can be iterated. */
function replyType(media: MediaType | undefined): Code {
  if (media?.codec.kind !== 'sequence') return bodyType(media, 'blob');
  const item = media.validator === undefined ? code`unknown` : code`types.${name(media.validator)}`;
  return code`Iterable<${item}> | AsyncIterable<${item}>`;
}

function reception(operation: Operation, api: Api): Code {
  const readers = [...parameterReaders(operation.parameters, api), ...bodyReader(operation, api)];
  const replies = answersOf(operation.responses).flatMap(({ response, keys }) =>
    keys.map((key) => code`${key}: ${writersOf(response.content, api)}`),
  );
  return block([
    code`method: ${operation.method}`,
    ...(operation.input.kind === 'reference' ? [code`input: validators.${derived('check', operation.input.to)}`] : []),
    ...(readers.length === 0 ? [] : [code`decode: ${list(readers)}`]),
    ...(replies.length === 0 ? [] : [code`replies: ${block(replies)}`]),
  ]);
}

/** Where the consumer listens is the consumer's: there is no path. */
function parameterReaders(parameters: readonly Parameter[], api: Api): readonly Code[] {
  const of = (place: Parameter['in']): readonly Parameter[] => parameters.filter((parameter) => parameter.in === place);
  const headers = of('header').map((header) => code`${propertyKey(header.name, 'value')}: ${headerDecoder(header, api)}`);
  return [
    ...(headers.length === 0 ? [] : [code`handlers.headersOf(${record(headers)})`]),
    ...(of('query').length === 0 ? [] : [code`handlers.queryOf(${fieldsOf(of('query'), api)})`]),
    ...of('querystring').map((parameter) => code`handlers.querystringOf(${queryReader(parameter, api)})`),
    ...COOKIES.flatMap((how) => {
      const own = of('cookie').filter((parameter) => how === cookieOf(parameter, api));
      if (own.length === 0) return [];
      return [code`handlers.cookiesOf(${fieldsOf(own, api)}${how === 'encoded' ? empty : code`, ${how}`})`];
    }),
  ];
}

const COOKIES = ['encoded', 'parted', 'verbatim'] as const;
function cookieOf({ schema, encoding }: Parameter, api: Api): (typeof COOKIES)[number] {
  if (encoding.kind === 'style' && encoding.style === 'cookie') return 'verbatim';
  const isOne = encoding.kind === 'content' || !encoding.explode || shapeOf(schema, api) === 'scalar';
  return isOne ? 'encoded' : 'parted';
}

function queryReader({ schema, encoding }: Parameter, api: Api): Code {
  if (encoding.kind === 'style') return code`handlers.textQuery(runtime.asText)`;
  if (isForm(encoding.mediaType)) return code`handlers.formQuery(${formFields({ schema, encoding: [] }, api)})`;
  return code`handlers.textQuery(${contentDecoder(schema, encoding, api)})`;
}

function bodyReader({ body }: Operation, api: Api): readonly Code[] {
  const choices = (body?.content ?? []).map((media) => code`[${media.name}, ${readerOf(media, api)}]`);
  return choices.length === 0 ? [] : [code`handlers.bodyOf(${join(choices, ', ')})`];
}

function readerOf(media: MediaType, api: Api): Code {
  switch (media.codec.kind) {
    case 'json':
      return code`handlers.jsonIn(${exactJson(media.validator, api) ?? empty})`;
    case 'text':
      return code`handlers.textIn`;
    case 'binary':
      return code`handlers.bytesIn`;
    case 'urlencoded':
    case 'multipart':
      return formReaderOf(media, api);
    case 'sequence':
      return sequenceReader(media.codec, exactJson(media.validator, api));
    default:
      return media.codec satisfies never;
  }
}

function sequenceReader({ framing, json }: Extract<MediaType['codec'], { kind: 'sequence' }>, exact: Code | undefined): Code {
  if (framing !== 'sse') return code`handlers.sequenceIn(${framing}${exact ? code`, ${exact}` : empty})`;
  return json ? code`handlers.jsonEventsIn(${exact ?? empty})` : code`handlers.eventsIn`;
}

function writersOf(content: readonly MediaType[], api: Api): Code {
  if (content.length < 2) return writerOf(content[0], api);
  return code`[${join(
    content.map((media) => code`[${media.name}, ${writerOf(media, api)}]`),
    ', ',
  )}]`;
}

function writerOf(media: MediaType | undefined, api: Api): Code {
  if (!media) return code`handlers.nothingOut`;
  const validates = media.validator === undefined ? empty : code`, validators.${derived('check', media.validator)}`;
  switch (media.codec.kind) {
    case 'json':
      return code`handlers.jsonOut(${concreteOf(media)}${validates}${exactlyWritten(media, api)})`;
    case 'text':
      return code`handlers.textOut(${concreteOf(media)}${validates})`;
    case 'binary':
      return code`handlers.bytesOut(${media.name})`;
    case 'urlencoded':
    case 'multipart':
      return code`handlers.encodedOut(${encoderOf(media, api)}${validates})`;
    case 'sequence':
      return validates === empty
        ? code`handlers.encodedOut(${encoderOf(media, api)})`
        : code`handlers.sequenceOut(${encoderOf(media, api)}${validates})`;
    default:
      return media.codec satisfies never;
  }
}

function exactlyWritten(media: MediaType, api: Api): Code {
  const exact = exactJson(media.validator, api);
  return exact ? code`, ${exact}` : empty;
}
