/**
 * `npm run judge`: the generated clients against a second, independent implementation of HTTP and OpenAPI. Prism mocks each document and
 * the client calls every operation with generated input, once as it is and once for every status that the document gives a key of
 * its own; every answer has to land in a documented member of the result.
 *
 *   [FILE…]      documents besides those of the corpus
 *   --only REGEX documents whose names match
 *   --cache DIR  where prism and the documents are kept; default: .cache/judge
 *
 * Servers are on the loopback interface, one at a time. Exit 1 where an answer is not explained, or an operation can't be called.
 */
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Operation } from '../../src/model/api.js';
import { documents } from '../corpus/documents.js';
import { Judge } from '../corpus/judge.js';
import { type Client, clientOf } from './client.js';
import { type Input, inputFor } from './input.js';
import { installedPrism, serve } from './prism.js';
import { type Call, type Verdict, verdictOn } from './verdict.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string', default: '' }, cache: { type: 'string', default: '.cache/judge' } },
});

/** Of many kinds: forms, files, cookies, deep objects, 4XX, discriminators, callbacks, every kind of security. */
const NAMES = [
  '1password.local/connect.json',
  'apache.org/airflow.json',
  'apideck.com/issue-tracking.json',
  'authentiq.io.json',
  'conjur.local.json',
  'contentgroove.com.json',
  'intellifi.nl.json',
  'mercure.local.json',
  'pdfblocks.com.json',
  'sakari.io.json',
];
/** Milliseconds for one call. */
const LONGEST = 20_000;

const cache = resolve(values.cache);
const program = installedPrism(cache);
const only = new RegExp(values.only);
const known = NAMES.filter((name) => only.test(name));
const corpus = known.length === 0 ? [] : documents(join(cache, '..', 'corpus')).filter(({ name }) => known.includes(name));
const all = [...positionals.map((path) => ({ name: basename(path), path: resolve(path) })), ...corpus].filter(({ name }) =>
  only.test(name),
);

const rows: { readonly call: Call; readonly verdict: Verdict }[] = [];
for (const { name, path } of all) await judge(name, path);

const count = (kind: Verdict['kind']): number => rows.filter(({ verdict }) => verdict.kind === kind).length;
const reasons = new Map<string, number>();
for (const { verdict } of rows)
  if (verdict.kind === 'explained') reasons.set(verdict.reason, (reasons.get(verdict.reason) ?? 0) + 1);
for (const [reason, times] of [...reasons].sort(([, a], [, b]) => b - a)) console.log(`${String(times).padStart(6)}  ${reason}`);
console.log(
  `${rows.length} calls: ${count('documented')} documented, ${count('explained')} of prism's or the document's own making, ${count('unexplained')} unexplained`,
);
process.exitCode = count('unexplained') === 0 ? 0 : 1;

async function judge(document: string, path: string): Promise<void> {
  const [client, server] = await Promise.all([clientOf(path), serve(program, path)]);
  const before = rows.length;
  try {
    const auth = Object.fromEntries(client.api.securitySchemes.map(({ name }) => [name, 'user:password']));
    const caller = client.create({ baseUrl: server.url, auth, timeout: LONGEST });
    const examples = new Judge(client.source);
    const inputs = new Map<Operation, Input>();
    for (const { operation, asked } of callsOf(client)) {
      const input = inputs.get(operation) ?? inputFor(operation, client, examples);
      inputs.set(operation, input);
      const call: Call = { document, operation, asked, input };
      server.violations();
      const result = await client.operation(operation.name)(caller, input.value, {
        ...(asked !== undefined && { headers: { prefer: `code=${asked}` } }),
        // What the client would not send is sent all the same, to learn what the judge has to say of it.
        ...(!input.isAccepted && { validate: { request: 'off' } }),
      });
      const verdict = verdictOn(call, result, server.violations(), examples);
      rows.push({ call, verdict });
      if (verdict.kind === 'unexplained') console.error(`${document} ${operation.name} ${asked ?? ''}: ${verdict.what}`);
    }
  } finally {
    server.stop();
  }
  console.log(`${document}: ${client.api.operations.length} operations, ${rows.length - before} calls`);
}

function callsOf({ api }: Client) {
  return api.operations.flatMap((operation) => {
    const exact = operation.responses.flatMap(({ status }) => (typeof status === 'number' ? [status] : []));
    return [undefined, ...exact].map((asked) => ({ operation, asked }));
  });
}
