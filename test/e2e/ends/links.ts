/** From one operation to the next by a link, both of them answered by generated handlers. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Response as Described, Link, Operation } from '../../../src/model/api.js';
import { toIdentifier } from '../../../src/model/names.js';
import { Choices } from '../../agreement/choices.js';
import { type Ends, RUNS } from './exchange.js';
import { served } from './server.js';
import type { Reply } from './values.js';

export interface Linked {
  readonly operation: Operation;
  readonly response: Described;
  readonly link: Link;
}

export const linksOf = (operations: readonly Operation[]): readonly Linked[] =>
  operations.flatMap((operation) =>
    operation.responses.flatMap((response) => response.links.map((link) => ({ operation, response, link }))),
  );

/** How often the second operation was reached, with an input that its handler took. */
export async function followed(
  { client, mirror, pairings, samples }: Ends,
  { operation, response, link }: Linked,
): Promise<number> {
  const pairingOf = (name: string) => pairings.find((each) => each.isCalled && each.operation.name === name);
  const [from, to] = [pairingOf(operation.name), pairingOf(link.operation)];
  if (!from || !to) throw new Error(`${link.name} leads nowhere`);
  let reply: Reply | undefined;
  let reached = 0;
  const first = mirror[from.receiver](() => reply);
  const second = mirror[to.receiver](() => {
    reached++;
    return new Error('no reply of any document');
  });
  let isFirst = true;
  const url = await served((request) => (isFirst ? first(request) : second(request)));
  const caller = client['createClient']({ baseUrl: url });
  const follow = client[toIdentifier(`${operation.name} ${link.name}`, 'function')];
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 64, maxLength: 512, size: 'max' }), async (bytes) => {
      const choices = new Choices(bytes);
      const input = samples.input(operation, choices);
      reply = samples.reply(response, choices);
      if (!reply) return;
      isFirst = true;
      const result = await client[operation.name](caller, input);
      // What is no sample of its schema is not sent, or not let out.
      if (result.status !== reply.status) return;
      isFirst = false;
      const before = reached;
      const next = await follow(caller, { input, result });
      // What the expressions come to is an input, and its handler takes it; or it is none, and is not sent.
      expect(reached - before).toBe(next.status === 'invalid-request' ? 0 : 1);
    }),
    { numRuns: RUNS, seed: 20_202 },
  );
  return reached;
}
