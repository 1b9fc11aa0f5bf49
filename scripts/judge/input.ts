/** Inputs for operations, made from the model of the document and accepted by the validators that came of it. */
import { child } from '../../src/diagnostics.js';
import type { Operation, Parameter } from '../../src/model/api.js';
import { isObject } from '../../src/model/node.js';
import type { Json } from '../../src/model/schema.js';
import { Choices } from '../../test/agreement/choices.js';
import { BYTES, sampleOf } from '../../test/agreement/sample.js';
import type { Judge } from '../corpus/judge.js';
import { Random } from '../fuzz/random.js';
import type { Client } from './client.js';

/** So many attempts that only what no sample can meet is given up. */
const ATTEMPTS = 500;

export interface Input {
  readonly value: unknown;
  /** Whether the operation's own validator takes it; false where it took none of all that was tried. */
  readonly isAccepted: boolean;
}

/**
 * An input that is accepted, says something and has a body that is right by the letter, which is how prism reads; else one that is
 * accepted; else the last that was tried.
 */
export function inputFor(operation: Operation, client: Client, letter: Judge): Input {
  const byId = new Map(client.api.schemas.map(({ id, schema }) => [id, schema]));
  const random = new Random([...operation.name].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7));
  let best: Input = { value: {}, isAccepted: false };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // The first is made of zeros: the simplest that there is.
    const bytes = Uint8Array.from({ length: 4_096 }, () => (attempt === 0 ? 0 : random.below(256)));
    const sample = withBytes(sampleOf(operation.input, new Choices(bytes), (id) => byId.get(id)));
    const value = isObject(sample) ? sendable(sample, operation.parameters) : sample;
    const isAccepted = operation.input.kind === 'reference' && client.accepts(operation.input.to, value);
    if (isAccepted && saysSomething(value, operation) && !breaksTheLetter(value, operation, letter)) return { value, isAccepted };
    if (!best.isAccepted) best = { value, isAccepted };
  }
  return best;
}

/** Of a `oneOf` any member is enough for us where `readOnly` ones told them apart, and one only for others. */
function breaksTheLetter(input: unknown, { body }: Operation, letter: Judge): boolean {
  const media = body?.content[0];
  if (media?.codec.kind !== 'json' || !isObject(input) || !('body' in input)) return false;
  // It was sampled from a schema of JSON.
  return letter.accepts({ schemaAt: child(media.at, 'schema'), value: input['body'] as Json }) === false;
}

/** An empty list, object or form is no value in a URL, and a body of no bytes is none for many servers. */
function saysSomething(input: unknown, { parameters }: Operation): boolean {
  if (!isObject(input)) return true;
  const required = parameters.filter((parameter) => parameter.required).map(({ name }) => name);
  const groups = Object.values(input).filter(isObject);
  return (
    !('body' in input && isEmpty(input['body'])) &&
    required.every((name) => groups.every((group) => !(name in group) || !isEmpty(group[name])))
  );
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  (Array.isArray(value)
    ? value.length === 0
    : isObject(value) && !(value instanceof Blob) && Object.values(value).every(isEmpty));

function withBytes(value: unknown): unknown {
  if (value === BYTES) return new Blob(['bytes']);
  if (Array.isArray(value)) return value.map(withBytes);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withBytes(member)]));
}

/** Of what a schema allows, a URL and a header take texts of something, in their characters. */
function sendable(input: Readonly<Record<string, unknown>>, parameters: readonly Parameter[]): unknown {
  const path = new Set(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(input).map(([group, values]) => {
      if (!isObject(values) || (group !== 'path' && group !== 'headers' && group !== 'cookies')) return [group, values];
      return [
        group,
        Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, path.has(name) && value === '' ? 'a' : ascii(value)]),
        ),
      ];
    }),
  );
}

const ascii = (value: unknown): unknown => (typeof value === 'string' ? value.replace(/[^\x20-\x7e]/gu, 'x') : value);
