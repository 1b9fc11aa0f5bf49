/** One exchange after the other between the two ends of an operation, over a real server. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Api, MediaType, Operation } from '../../../src/model/api.js';
import { isObject } from '../../../src/model/node.js';
import type { Schema } from '../../../src/model/schema.js';
import { Choices } from '../../agreement/choices.js';
import type { Module } from '../../emit/operations/generated.js';
import type { Pairing } from './mirror.js';
import { pathValues } from './path.js';
import { credentialOf, isAllowed } from './security.js';
import { served } from './server.js';
import { mediaOf, plain, type Reply, type Samples, withoutAbsent, withoutAbsentFields } from './values.js';

export const RUNS = 40;

export interface Ends {
  readonly api: Api;
  /** The output of the document, and that of its mirror. */
  readonly client: Module;
  readonly mirror: Module;
  readonly pairings: readonly Pairing[];
  readonly samples: Samples;
}

/** How many inputs went all the way; all others are refused before they are sent. */
export async function exchanged(ends: Ends, pairing: Pairing): Promise<number> {
  const { operation, isCalled, sender, receiver } = pairing;
  const [from, to] = isCalled ? [ends.client, ends.mirror] : [ends.mirror, ends.client];
  let reply: Reply = { status: 204, headers: [], decoded: {}, media: undefined };
  let received: Record<string, unknown> | undefined;
  let arrived: Request | undefined;
  const faults: unknown[] = [];
  const handle = to[receiver](
    (input: Record<string, unknown>) => {
      received = input;
      return { status: reply.status, body: reply.body, headers: reply.headers };
    },
    { error: (cause: unknown) => faults.push(cause) },
  );
  const url = await served(async (request) => {
    arrived = request.clone();
    if (isCalled && !isAllowed(operation, ends.api, request)) return new Response(null, { status: 401 });
    return handle(request);
  });
  const hosts: string[] = [];
  const client = from['createClient']({
    auth: Object.fromEntries(ends.api.securitySchemes.map(({ name }) => [name, credentialOf(name)])),
    ...(absoluteServer(operation, ends.api, isCalled) === undefined && { baseUrl: url }),
    fetch: (target: string, init: RequestInit) => {
      const { origin, pathname, search } = new URL(target);
      hosts.push(`${origin}${pathname}`);
      return fetch(origin === url ? target : `${url}${pathname}${search}`, init);
    },
  });
  let accepted = 0;
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 64, maxLength: 512, size: 'max' }), async (bytes) => {
      const choices = new Choices(bytes);
      const input = ends.samples.input(operation, choices);
      const replies = operation.responses.flatMap((response) => ends.samples.reply(response, choices) ?? []);
      reply = choices.from(replies) ?? reply;
      [received, arrived] = [undefined, undefined];
      faults.length = 0;
      const result = await from[sender](client, input);
      // Not every sample is one of the schema; what is none is not sent.
      if (result.status === 'invalid-request') {
        expect(arrived).toBeUndefined();
        return;
      }
      expect(faults.filter((fault) => !(isObject(fault) && fault['name'] === 'ValidationError'))).toEqual([]);
      // The reply is no sample of its schema: the handler does not let it out.
      if (faults.length > 0) return;
      expect({ issues: result.issues, status: result.status }).toEqual({ issues: undefined, status: reply.status });
      expect(await plain(withPath(received, operation, arrived, ends))).toEqual(await plain(sent(input, operation)));
      const body = reply.media && hasBody(operation, reply) ? reply.body : undefined;
      const isForm = reply.media?.codec.kind === 'urlencoded' || reply.media?.codec.kind === 'multipart';
      expect(await plain(isForm ? withoutAbsent(result.body) : result.body)).toEqual(
        await plain(isForm ? withoutAbsent(body) : body),
      );
      for (const [name, value] of Object.entries(reply.decoded)) expect(result.headers[name]).toEqual(value);
      const server = absoluteServer(operation, ends.api, isCalled);
      if (server !== undefined) expect(hosts.at(-1)?.startsWith(server.replace(/\/$/, ''))).toBe(true);
      accepted++;
    }),
    { numRuns: RUNS, seed: 20_201 },
  );
  return accepted;
}

const hasBody = ({ method }: Operation, { status }: Reply): boolean => method !== 'HEAD' && ![204, 205, 304].includes(status);

/** Of the document, with the defaults of its variables. */
function absoluteServer(operation: Operation, api: Api, isCalled: boolean): string | undefined {
  const server = isCalled ? (operation.servers ?? api.servers)[0] : undefined;
  const url = server?.url.replace(/\{(.*?)\}/g, (_, name) => server.variables.find((each) => each.name === name)?.default ?? '');
  return url?.startsWith('https://') ? new URL(url).href : undefined;
}

/** What the handler was given, and what the router has of the path. */
function withPath(received: object | undefined, operation: Operation, request: Request | undefined, { api }: Ends): unknown {
  if (operation.path.length === 0 || !request) return received;
  const byId = new Map(api.schemas.map(({ id, schema }) => [id, schema]));
  const find = (schema: Schema): Schema =>
    schema.kind === 'reference' ? find(byId.get(schema.to) ?? { kind: 'any', at: schema.at }) : schema;
  const { pathname } = new URL(request.url);
  const server = absoluteServer(operation, api, true);
  const own = server === undefined ? '' : new URL(server).pathname.replace(/\/$/, '');
  const path = pathValues(operation, pathname.slice(own.length), find);
  return path && Object.keys(path).length > 0 ? { ...received, path } : received;
}

/** What can be in a request of what was given. */
function sent(input: unknown, operation: Operation): unknown {
  if (!isObject(input)) return input;
  const media = mediaOf(operation, input);
  return Object.fromEntries(
    Object.entries(input).flatMap(([group, value]): [string, unknown][] => {
      if (value === undefined) return [];
      if (group === 'body') return [[group, media ? formed(value, media) : value]];
      // The first media type is chosen without a word, and so it arrives.
      if (group === 'contentType') return value === operation.body?.content[0]?.name ? [] : [[group, value]];
      // A text of its own: JSON, or a form in one parameter, has one for an empty object too.
      const isContent = (name: string): boolean =>
        operation.parameters.some((each) => each.name === name && each.in !== 'querystring' && each.encoding.kind === 'content');
      const isJsonQuery = operation.parameters.some(
        (each) => each.in === 'querystring' && each.encoding.kind === 'content' && each.encoding.mediaType.includes('json'),
      );
      if (!isObject(value) || (group === 'querystring' && isJsonQuery)) return [[group, value]];
      const members = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
        const left = withoutAbsent({ member });
        return isContent(name) ? [[name, member]] : isObject(left) && 'member' in left ? [[name, left['member']]] : [];
      });
      return members.length > 0 ? [[group, Object.fromEntries(members)]] : [];
    }),
  );
}

const formed = (body: unknown, media: MediaType): unknown =>
  media.codec.kind === 'urlencoded' || media.codec.kind === 'multipart' ? withoutAbsentFields(body, media) : body;
