/** A document with the flagship's refresh operation and one that is called with the access token. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type Document = { [key: string]: Json };

const iam = readFileSync(new URL('../../../spec/iam_api.yaml', import.meta.url), 'utf8');

/** A new copy each time, changed by pointers: a value replaces, undefined removes. */
export function iamWith(changes: Readonly<Record<string, Json | undefined>> = {}): Document {
  const document: Document = parse(iam);
  const all = { '/paths/~1me': me, ...changes };
  for (const [pointer, value] of Object.entries(all)) {
    const keys = pointer
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    let at: Json = document;
    for (const key of keys) at = memberOf(at, key);
    if (typeof at !== 'object' || at === null) throw new Error(`nothing at ${pointer}`);
    if (value === undefined) Reflect.deleteProperty(at, last);
    else Reflect.set(at, last, value);
  }
  return document;
}
function memberOf(value: Json, key: string): Json {
  const member: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  if (typeof member !== 'object' || member === null) throw new Error(`no member ${key}`);
  return member as Json;
}

const me: Json = {
  get: {
    operationId: 'getMe',
    responses: {
      '200': {
        description: 'The user.',
        content: {
          'application/json': { schema: { type: 'object', required: ['id'], properties: { id: { type: 'integer' } } } },
        },
      },
      '401': { description: 'The access token is invalid or expired.' },
    },
  },
};
