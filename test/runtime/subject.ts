/** Descriptors for the tests of the client, smaller than what the emitter writes. */
import {
  type AnyResult,
  type CallOptions,
  type ClientOptions,
  createClient,
  json,
  jsonBody,
  none,
  type Operation,
  send,
} from '../../templates/runtime/index.js';
import { type Check, fail } from '../../templates/runtime/validation/place.js';

/** An object with a number as its `id`. */
export const checkPet: Check = (value, at, issues) => {
  const isPet = typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number';
  return isPet ? issues : fail(issues, at, '', [], value, 'a pet', 'type', '/type');
};

export const getPet: Operation = {
  name: 'getPet',
  method: 'GET',
  path: '/pet',
  responses: { 200: json(checkPet), 401: none, '4XX': json() },
};
export const postPet: Operation = { ...getPet, name: 'postPet', method: 'POST', encode: [jsonBody('application/json')] };

/** One call without any type of its own. */
export function call(operation: Operation, client: ClientOptions, input?: unknown, options?: CallOptions): Promise<AnyResult> {
  return send(createClient(client), operation, input as never, options);
}
