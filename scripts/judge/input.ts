/** Inputs for operations, made from the model of the document and accepted by the validators that came of it. */
import type { Operation, Parameter } from '../../src/model/api.js';
import { isObject } from '../../src/model/node.js';
import { Choices } from '../../test/agreement/choices.js';
import { BYTES, sampleOf } from '../../test/agreement/sample.js';
import { Random } from '../fuzz/random.js';
import type { Client } from './client.js';

/** So many attempts that only what no sample can meet is given up. */
const ATTEMPTS = 500;

/** Undefined where no attempt was accepted. */
export function inputFor(operation: Operation, client: Client): unknown {
  const byId = new Map(client.api.schemas.map(({ id, schema }) => [id, schema]));
  const random = new Random([...operation.name].reduce((sum, sign) => Math.imul(sum, 31) + sign.charCodeAt(0), 7));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // The first is made of zeros: the simplest that there is.
    const bytes = Uint8Array.from({ length: 4_096 }, () => (attempt === 0 ? 0 : random.below(256)));
    const sample = withBytes(sampleOf(operation.input, new Choices(bytes), (id) => byId.get(id)));
    const input = isObject(sample) ? sendable(sample, operation.parameters) : sample;
    if (operation.input.kind === 'reference' && client.accepts(operation.input.to, input)) return input;
  }
  return undefined;
}

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
