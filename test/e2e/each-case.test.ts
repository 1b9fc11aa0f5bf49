/**
 * Every operation, webhook, callback, link and server of every case, both ends made from its document: inputs and replies that the model
 * allows go from the generated client over a real server to the generated handlers and back, and arrive as what they were. A new
 * case is taken in by itself.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaults } from '../../src/options.js';
import { imported } from '../emit/operations/generated.js';
import { cases } from '../golden/cases.js';
import { type Ends, exchanged, RUNS } from './ends/exchange.js';
import { followed, linksOf } from './ends/links.js';
import { mirrored, modelOf } from './ends/mirror.js';
import { walked } from './ends/pages.js';
import { serversOf, visited } from './ends/servers.js';
import { Samples } from './ends/values.js';

const withOperations = await Promise.all(cases.map(async (golden) => ({ golden, api: await modelOf(golden) }))).then((all) =>
  all.filter(({ api }) => api.operations.length + api.webhooks.length > 0),
);

describe.each(withOperations.map(({ golden, api }) => [golden.name, golden, api] as const))('%s', (_, golden, api) => {
  const document = parse(readFileSync(`test/cases/${golden.name}/openapi.yaml`, 'utf8'));
  const { mirror, pairings } = mirrored(document, api);
  let made: Promise<Ends> | undefined;
  /** Made once: what is loaded outlives the files of the test that asks first. */
  const ends = (): Promise<Ends> => {
    made ??= make();
    return made;
  };
  const make = async (): Promise<Ends> => ({
    api,
    pairings,
    samples: new Samples(api),
    client: await imported(document, { ...golden.options, input: document }),
    mirror: await imported(mirror, { schemas: { ...defaults.schemas, ...golden.options.schemas, names: {} } }),
  });
  const timeout = 60_000;

  it.each(pairings.map((pairing) => [pairing.title, pairing] as const))('%s', { timeout }, async (__, pairing) => {
    expect(await exchanged(await ends(), pairing)).toBeGreaterThan(RUNS / 8);
  });

  it.each(linksOf(api.operations).map((linked) => [linked.operation.name, linked.link.name, linked] as const))(
    'from %s by %s',
    { timeout },
    async (__, ___, linked) => {
      expect(await followed(await ends(), linked)).toBeGreaterThan(RUNS / 8);
    },
  );

  it.each(Object.entries(golden.options.pagination))('pages of %s', async (key, paging) => {
    const operation = api.operations.find((each) => each.operationId === key || `${each.method} ${each.template}` === key);
    const items = ['a', 'b', 'c', 'd', 'e'];
    expect(operation && (await walked(await ends(), operation, paging, items))).toEqual(items);
  });

  it.each(serversOf(api).map((server) => [server.url, server] as const))('at %s', async (__, server) => {
    expect(await visited(await ends(), server)).toBeGreaterThan(0);
  });
});
