/** What `generate` says at the end: one line for each document. */
import type { Level } from '../diagnostics.js';
import { exit } from './exit.js';
import type { Entry } from './generate.js';
import { plural, type Report } from './report.js';

export function report(entries: readonly Entry[]): Report {
  return {
    diagnostics: entries.flatMap(({ diagnostics }) => diagnostics),
    text: entries.map((entry) => `${summary(entry)}\n`).join(''),
    data: {
      outputs: entries.map(({ options, code, files, written, removed }) => ({
        output: options.output,
        exit: code,
        files,
        written,
        removed,
      })),
    },
  };
}

function summary(entry: Entry): string {
  const clauses = [`${entry.options.output}: ${done(entry)}`];
  const counts = found(entry);
  if (counts) clauses.push(counts);
  if (entry.denied !== undefined) clauses.push(entry.denied);
  return clauses.join('; ');
}

function done({ code, stamped, abandoned, files, written, removed }: Entry): string {
  if (code > exit.failed) return 'nothing written';
  if (abandoned) return 'nothing written, because of another document';
  if (stamped) return `nothing changed since the last run (${plural(files, 'file')})`;
  if (!written.length && !removed.length) return `contract unchanged, nothing written (${plural(files, 'file')})`;
  return `${written.length} of ${plural(files, 'file')} written${removed.length ? `, ${removed.length} removed` : ''}`;
}

function found({ diagnostics }: Entry): string {
  const count = (level: Level): number => diagnostics.filter((diagnostic) => diagnostic.level === level).length;
  const [errors, warnings, infos] = [count('error'), count('warning'), count('info')];
  return [errors && plural(errors, 'error'), warnings && plural(warnings, 'warning'), infos && `${infos} info`]
    .filter(Boolean)
    .join(', ');
}
