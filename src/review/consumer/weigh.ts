/** A review held against the code of one caller: the compiler says what breaks, and what nobody uses weighs less. */
import type { GeneratedFile } from '../../print/file.js';
import { weigh } from '../judge/judge.js';
import type { Change, Report, Usage } from '../report.js';
import { type ChangeLevel, LEVELS } from '../rules.js';
import { attribute } from './attribute.js';
import { type CompileError, type ConfigProblem, type ConsumerProject, compile } from './compile.js';
import { referencesAt, referencesOf } from './references.js';
import { compilerOf } from './typescript.js';

/**
 * The report with `usage` in every change that is not safe, and levels that go by it:
 * what makes the project fail is breaking, whatever the rule says; what compiles and breaks only sources is a warning;
 * what the project never refers to is one level less. Errors that the project has on both sides are its own.
 *
 * A problem where the project's config cannot be read. Reads the project's files, writes none.
 */
export async function weighConsumer(
  report: Report,
  project: ConsumerProject,
  generated: { readonly old: readonly GeneratedFile[]; readonly new: readonly GeneratedFile[] },
): Promise<Report | ConfigProblem> {
  const { compiler, isTheirs } = await compilerOf(project.tsconfig);
  const before = compile(compiler, project, generated.old);
  if ('problem' in before) return before;
  const after = compile(compiler, project, generated.new);
  if ('problem' in after) return after;

  const known = new Set(before.errors.map(keyOf));
  const fresh = after.errors.filter((error) => !known.has(keyOf(error)));
  const used = referencesOf(compiler, before);
  const errors = new Map<Change, CompileError[]>();
  const unexplained: CompileError[] = [];
  for (const error of fresh) {
    const cause = attribute(error, referencesAt(compiler, before, error), report.changes);
    if (cause) errors.set(cause, [...(errors.get(cause) ?? []), error]);
    else unexplained.push(error);
  }
  const changes = report.changes.map((change) =>
    change.level === 'safe' ? change : weighed(change, errors.get(change) ?? [], used),
  );
  const notes = [
    ...report.notes,
    ...(isTheirs ? [] : [`the consumer has no TypeScript with a JavaScript API; it was compiled with ${compiler.version}`]),
    ...(known.size
      ? [`the consumer has ${known.size} compile ${known.size > 1 ? 'errors' : 'error'} with the old output already`]
      : []),
    ...unexplained.map(
      ({ file, line, column, message }) =>
        `${file}:${line}:${column} does not compile any more, for a reason that no change explains: ${message}`,
    ),
  ];
  return { ...report, ...weigh(changes), changes: sorted(changes), notes };
}

const keyOf = ({ file, start, code }: CompileError): string => `${file} ${start} ${code}`;

function weighed(change: Change, errors: readonly CompileError[], used: ReadonlySet<string>): Change {
  const isUsed = change.exports.some((name) => used.has(name));
  const verdict: Usage['verdict'] = errors.length ? 'fails' : isUsed ? 'used' : 'unused';
  const usage: Usage = {
    verdict,
    was: change.level,
    errors: errors.map(({ file, line, column, message }) => ({ file, line, column, message })),
  };
  // The compiler has the last word on the axis that it can judge.
  return { ...change, level: levelOf(change, verdict), source: change.source || verdict === 'fails', usage };
}

function levelOf(change: Change, verdict: Usage['verdict']): ChangeLevel {
  switch (verdict) {
    case 'fails':
      return 'breaking';
    case 'used':
      return change.level === 'breaking' && !change.wire ? 'warning' : change.level;
    case 'unused':
      return change.level === 'breaking' ? 'warning' : 'safe';
    default:
      return verdict satisfies never;
  }
}

const sorted = (changes: readonly Change[]): readonly Change[] =>
  [...changes].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level));
