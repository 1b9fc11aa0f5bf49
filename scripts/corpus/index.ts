/**
 * `npm run corpus`: every real document of two packages, generated, compiled strictly, loaded, and shown its own examples.
 *
 *   --sample N     N documents chosen by --seed (1), and three large ones; default: all
 *   --only REGEX   documents whose names match
 *   --jobs N       processes at work (2)
 *   --cache DIR    where documents, output and results are kept; default: .cache/corpus
 *   --fresh        forget earlier results
 *   --again        forget those of documents that failed
 *   --report FILE  write the summary as Markdown
 *
 * Small ones come first, because they show a fault soonest. Results are kept line by line, so that a run that was stopped goes on
 * where it was. Exit 1 where a document fails.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.js';
import { type CorpusDocument, documents, sample } from './documents.js';
import type { Outcome } from './outcome.js';
import { Pool } from './pool.js';
import { isWhole, summary } from './summary.js';

const { values } = parseArgs({
  options: {
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    jobs: { type: 'string', default: '2' },
    cache: { type: 'string', default: '.cache/corpus' },
    fresh: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
/** What one run of the compiler takes: enough to be worth its start, and not more than its memory holds. */
const BATCH = { documents: 24, bytes: 12 * 2 ** 20 };

const cache = resolve(values.cache);
const all = documents(cache);
const wanted = values.sample === undefined ? all : sample(all, Number(values.sample), Number(values.seed));
const only = new RegExp(values.only ?? '');
const chosen = wanted.filter(({ name }) => only.test(name));

const kept = join(cache, 'results.jsonl');
if (values.fresh) rmSync(kept, { force: true });
const done = new Map<string, Outcome>(existsSync(kept) ? readFileSync(kept, 'utf8').split('\n').filter(Boolean).map(read) : []);
if (values.again) for (const [name, outcome] of done) if (!isWhole(outcome)) done.delete(name);
const build = revision();
const output = join(cache, 'output');
mkdirSync(output, { recursive: true });

const pool = new Pool(Number(values.jobs));
// One batch is compiled while the next one is generated.
let compiled = Promise.resolve();
for (const documents of batches(chosen.filter(({ name }) => !done.has(name)))) {
  const outcomes = await Promise.all(documents.map((document) => pool.run({ document, folder: folderOf(document) })));
  await compiled;
  compiled = finish(outcomes);
}
await compiled;
pool.close();

const outcomes = chosen.flatMap(({ name }) => done.get(name) ?? []);
const text = summary(outcomes, all.length);
if (values.report !== undefined) writeFileSync(values.report, text);
console.log(text);
const failed = outcomes.filter((outcome) => !isWhole(outcome)).length;
console.log(`${outcomes.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function batches(open: readonly CorpusDocument[]): readonly (readonly CorpusDocument[])[] {
  const result: CorpusDocument[][] = [];
  let bytes = 0;
  for (const document of [...open].sort((a, b) => a.bytes - b.bytes)) {
    const last = result.at(-1);
    bytes += document.bytes;
    if (last && last.length < BATCH.documents && bytes <= BATCH.bytes) last.push(document);
    else {
      result.push([document]);
      bytes = document.bytes;
    }
  }
  return result;
}

function folderOf({ name }: Pick<CorpusDocument, 'name'>): string {
  return join(output, name.replace(/\W+/g, '_'));
}

/** Compiles what was generated, and keeps the outcomes. */
async function finish(outcomes: readonly Outcome[]): Promise<void> {
  const generated = outcomes.filter((outcome) => outcome.generated);
  const errors = await compile(output, generated.map(folderOf));
  for (const outcome of outcomes) {
    const found = errors.get(folderOf(outcome));
    const whole: Outcome = {
      ...outcome,
      build,
      ...(found && { compiler: found.codes }),
      ...(found?.first[0] && { fault: found.first[0] }),
    };
    done.set(whole.name, whole);
    appendFileSync(kept, `${JSON.stringify(whole)}\n`);
    if (isWhole(whole)) rmSync(folderOf(whole), { recursive: true, force: true });
    else
      console.error(
        `${whole.name}: ${whole.fault ?? whole.refused.join('; ')}${whole.examples ? [...whole.examples.disputed, ...whole.examples.undecided].map((line) => `\n    ${line}`).join('') : ''}`,
      );
  }
  progress();
}

/** The commit of the sources, with a plus where they have been changed since. */
function revision(): string {
  const git = (...command: readonly string[]): string => execFileSync('git', command, { encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain', '--', 'src', 'templates') !== '';
  return `${git('rev-parse', '--short=9', 'HEAD')}${changed ? '+' : ''}`;
}

function read(line: string): [string, Outcome] {
  const outcome: Outcome = JSON.parse(line);
  return [outcome.name, outcome];
}

function progress(): void {
  const count = chosen.filter(({ name }) => done.has(name)).length;
  const bar = '#'.repeat(Math.round((40 * count) / chosen.length)).padEnd(40, '.');
  if (process.stderr.isTTY) process.stderr.write(`\r[${bar}] ${count} of ${chosen.length}`);
  else console.error(`${count} of ${chosen.length}`);
}
