/**
 * `npm run fuzz`: mutated documents, each generated twice. None may crash, hang, be refused without a word or give two outputs.
 *
 *   --seconds N    how long (20)
 *   --seed N       where to begin (1): every document has the next one, so a failure is repeated by `--seed N --count 1`
 *   --count N      how many documents at most
 *
 * Exit 1 where a document fails; it is kept below `.cache/fuzz`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { stringify } from 'yaml';
import type { Json } from '../../src/model/schema.js';
import { documents, excerpt } from './documents.js';
import { mutate } from './mutate.js';
import { Random } from './random.js';
import { trial } from './trial.js';
import { Watchdog } from './watchdog.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: 'Infinity' },
  },
});

/** Seconds until a run counts as a hang, on a machine that may be busy; what a run may cost is a time of the processor, in milliseconds. */
const LONGEST = 120;
const SLOW = 10_000;
const all = documents();
const watchdog = new Watchdog(LONGEST);
const begin = performance.now();
const totals = { documents: 0, generated: 0, megabytes: 0, slowest: 0 };
const failed: number[] = [];
mkdirSync('.cache/fuzz', { recursive: true });

const first = Number(values.seed);
for (let seed = first; seed < first + Number(values.count) && performance.now() - begin < Number(values.seconds) * 1000; seed++) {
  watchdog.begin(seed);
  const random = new Random(seed);
  const chosen = random.of(all);
  if (!chosen) break;
  const document = mutate(excerpt(chosen.value, random), random);
  const started = process.cpuUsage();
  const { generated, bytes, fault } = await trial(random.below(5) === 0 ? asText(document, random) : Object(document));
  const { user, system } = process.cpuUsage(started);
  const milliseconds = (user + system) / 1000;
  totals.documents++;
  totals.generated += generated ? 1 : 0;
  totals.megabytes += bytes / 2 ** 20;
  totals.slowest = Math.max(totals.slowest, milliseconds);
  const found = fault ?? (milliseconds > 2 * SLOW ? `${Math.round(milliseconds)} ms for two runs` : undefined);
  if (found === undefined) continue;
  failed.push(seed);
  writeFileSync(`.cache/fuzz/${seed}.json`, JSON.stringify(document, null, 2));
  console.error(`seed ${seed} (${chosen.name}): ${found}`);
}
await watchdog.end();

console.log(
  `${totals.documents} documents from seed ${first} on, ${totals.generated} generated, ${totals.documents - totals.generated} refused; ` +
    `${totals.megabytes.toFixed(0)} MB written; slowest ${(totals.slowest / 2000).toFixed(1)} s; ${failed.length} failed`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

/** The document as a file, one character of it replaced: what parsers see. */
function asText(document: Json, random: Random): string {
  const text = random.below(2) ? stringify(document, { aliasDuplicateObjects: false }) : JSON.stringify(document, null, 1);
  const at = random.below(text.length);
  const path = '.cache/fuzz/document.yaml';
  writeFileSync(
    path,
    text.slice(0, at) + (random.of([...'\t\n:-{}[]"\'&*!|>%@`#,? ', '', '\u0000', '<<: *a\n']) ?? '') + text.slice(at + 1),
  );
  return path;
}
