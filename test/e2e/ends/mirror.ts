/** The other end of a document: what it calls becomes what it is called by. */
import { load } from '../../../src/load/index.js';
import type { Api, Operation } from '../../../src/model/api.js';
import { buildApi } from '../../../src/model/build.js';
import { isObject } from '../../../src/model/node.js';
import type { Golden } from '../../golden/cases.js';

/** An operation of a document, with the names of its function at the end that sends and of its handler at the end that receives. */
export interface Pairing {
  /** As the document has it. */
  readonly operation: Operation;
  readonly title: string;
  /** Whether the document is of the end that calls; of a webhook it is of the one that is called. */
  readonly isCalled: boolean;
  /** Of the function in the client of the document or of its mirror, and of the handler in the other of the two. */
  readonly sender: string;
  readonly receiver: string;
}

export interface Mirrored {
  readonly mirror: object;
  readonly pairings: readonly Pairing[];
}

type Raw = Readonly<Record<string, unknown>>;
const raw = (value: unknown): Raw => (isObject(value) ? value : {});
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];

/** Operations become webhooks, without what is their caller's alone; webhooks and callbacks become operations. */
export function mirrored(document: Raw, api: Api): Mirrored {
  const followed = (value: unknown): Raw => {
    const reference = raw(value)['$ref'];
    if (typeof reference !== 'string' || !reference.startsWith('#/')) return raw(value);
    const keys = reference
      .slice(2)
      .split('/')
      .map((key) => decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~'));
    return followed(keys.reduce<unknown>((at, key) => raw(at)[key], document));
  };
  const webhooks: Record<string, unknown> = {};
  const paths: Record<string, unknown> = {};
  const pairings: Pairing[] = [];
  for (const operation of api.operations) {
    const name = `hook${pairings.length}`;
    webhooks[name] = reversed(followed(raw(document['paths'])[operation.template]), operation.method, undefined);
    pairings.push({
      operation,
      title: `${operation.method} ${operation.template}`,
      isCalled: true,
      sender: operation.name,
      receiver: `onHook${pairings.length}`,
    });
  }
  const received = [
    ...api.webhooks.map(({ name, operation }) => ({
      operation,
      title: `webhook ${name}`,
      item: raw(document['webhooks'])[name],
    })),
    ...api.operations.flatMap((owner) =>
      owner.callbacks.map(({ name, expression, operation }) => {
        const node = followed(raw(document['paths'])[owner.template])[owner.method.toLowerCase()];
        return {
          operation,
          title: `callback ${name} of ${owner.name}`,
          item: followed(raw(raw(node)['callbacks'])[name])[expression],
        };
      }),
    ),
  ];
  for (const { operation, title, item } of received) {
    const name = `hook${pairings.length}`;
    paths[`/${name}`] = reversed(followed(item), operation.method, name);
    pairings.push({ operation, title: `${operation.method} ${title}`, isCalled: false, sender: name, receiver: operation.name });
  }
  const { servers: _, security: __, ...rest } = document;
  return { mirror: Object(turned({ ...rest, paths, webhooks })), pairings };
}

function reversed(item: Raw, method: string, operationId: string | undefined): object {
  const key = METHODS.includes(method.toLowerCase()) ? method.toLowerCase() : undefined;
  const node = raw(key === undefined ? raw(item['additionalOperations'])[method] : item[key]);
  const { operationId: _, callbacks: __, security: ___, servers: ____, ...operation } = node;
  const kept = { ...operation, ...(operationId !== undefined && { operationId }), ...withoutPath(node) };
  return { ...withoutPath(item), ...(key === undefined ? { additionalOperations: { [method]: kept } } : { [key]: kept }) };
}

/** A webhook has no path. */
function withoutPath({ parameters }: Raw): object {
  return Array.isArray(parameters) ? { parameters: parameters.filter((each) => raw(each)['in'] !== 'path') } : {};
}

/** What one end only sends the other only receives. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (!isObject(value)) return value;
  const names: Readonly<Record<string, string>> = { readOnly: 'writeOnly', writeOnly: 'readOnly' };
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [typeof member === 'boolean' ? (names[key] ?? key) : key, turned(member)]),
  );
}

export async function modelOf({ options }: Golden): Promise<Api> {
  const { source } = await load(options);
  if (!source) throw new Error(`${options.input} cannot be read`);
  return buildApi(source, options).value;
}
