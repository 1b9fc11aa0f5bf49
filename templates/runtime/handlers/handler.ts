/** The receiving end: what the API sends, as a webhook or a callback, on the web's `Request` and `Response`. */

import { chosen } from '../media-type.js';
import { type Check, type Issue, issuesOf, ValidationError } from '../validation/index.js';
import { Refused } from './refused.js';

/** How a request becomes an input and a reply a response; made by the emitter. */
export interface Reception {
  readonly method: string;
  readonly input?: Check;
  readonly decode?: readonly InputReader[];
  /** By status, `404` or `4XX`; of several media types the reply's `content-type` chooses, else the first. Undefined: nothing is documented, and any reply goes. */
  readonly replies?: Readonly<Record<string, ReplyWriter | readonly (readonly [mediaType: string, writer: ReplyWriter])[]>>;
}

/** Puts a part of the request into the input. Throws a `Refused` for what can't be read. */
export type InputReader = (request: Request, input: Record<string, unknown>, limit: number) => void | Promise<void>;
/** A body as it goes out. */
export interface ReplyWriter {
  readonly contentType?: string;
  readonly check?: Check | undefined;
  /** May say the content type of what it has written. */
  write(body: unknown, headers: Headers): BodyInit | null | Promise<BodyInit | null>;
}

/** What a handler answers. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: HeadersInit;
}

export interface HandlerOptions {
  /** Bytes of a request that are read. Default 4,194,304 (4 MiB); beyond, the answer is 413. */
  readonly maxBytes?: number;
  /** The answer to a request that breaks the document. Default: the status, and the issues as JSON. Issues hold nothing of the request. */
  readonly refuse?: (status: 400 | 405 | 413 | 415, issues: readonly Issue[], request: Request) => Response | Promise<Response>;
  /** Told of what the handler throws, and of replies that break the document (as issues). The answer is 500, without a body. */
  readonly error?: (cause: unknown, request: Request) => void | Promise<void>;
}

/**
 * A function for whatever serves `Request`s: Deno, Bun, workers, Next.js, Hono, or Node through an adapter. It looks at the method, not at
 * the path, which is the application's. Requests are validated before the handler sees them, replies before they leave. Never rejects.
 */
export function handler<Input>(
  reception: Reception,
  handle: (input: Input, request: Request) => Reply | Promise<Reply>,
  options: HandlerOptions = {},
): (request: Request) => Promise<Response> {
  const { refuse = refusing(reception), error = () => {} } = options;
  return async (request) => {
    try {
      try {
        // The request itself stays unread: signatures are made of its bytes.
        const input = await received(reception, request.clone(), options.maxBytes ?? 2 ** 22);
        // Validated as what the emitter says that it is.
        return await replied(reception, await handle(input as Input, request));
      } catch (cause) {
        if (!(cause instanceof Refused)) throw cause;
        return await refuse(cause.status, cause.issues, request);
      }
    } catch (cause) {
      try {
        await error(cause, request);
      } catch {
        // There is nobody left to tell.
      }
      return new Response(null, { status: 500 });
    }
  };
}

async function received({ method, input: check, decode = [] }: Reception, request: Request, limit: number): Promise<unknown> {
  if (request.method !== method) throw new Refused(405, []);
  const input: Record<string, unknown> = {};
  for (const read of decode) await read(request, input, limit);
  const issues = check && issuesOf(check, input);
  if (issues) throw new Refused(400, issues);
  return input;
}

async function replied({ replies }: Reception, reply: Reply): Promise<Response> {
  const { status, body, headers } = reply;
  const all = new Headers(headers);
  const found = replies?.[status] ?? replies?.[`${Math.trunc(status / 100)}XX`];
  const writer = found && 'write' in found ? found : found && chosen(found, all.get('content-type'))?.[1];
  if (replies && !writer) throw new RangeError(`the status ${status} is not documented, or not with this content type`);
  const issues = writer?.check && issuesOf(writer.check, body);
  if (issues) throw new ValidationError(issues);
  const content = writer ? await writer.write(body, all) : body === undefined ? null : JSON.stringify(body);
  const contentType = writer ? writer.contentType : content === null ? undefined : 'application/json';
  if (contentType !== undefined && !all.has('content-type')) all.set('content-type', contentType);
  return new Response(content, { status, headers: all });
}

/** A 405 says what is allowed. @see https://www.rfc-editor.org/rfc/rfc9110#status.405 */
function refusing({ method }: Reception): NonNullable<HandlerOptions['refuse']> {
  return (status, issues) => Response.json({ issues }, { status, headers: status === 405 ? { allow: method } : {} });
}
