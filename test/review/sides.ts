/** Two documents reviewed: what the tests of the review begin with. */
import { parse } from 'yaml';
import { load } from '../../src/load/index.js';
import { buildApi } from '../../src/model/build.js';
import type { Options } from '../../src/options.js';
import { type Report, type ReviewOptions, type ReviewSide, review, reviewDefaults } from '../../src/review/index.js';
import { optionsFor } from '../document.js';

export const today = '2026-05-15';

export async function sideOf(input: Options['input'], options: Partial<Options> = {}): Promise<ReviewSide> {
  const full = optionsFor(input, options);
  const { source, findings } = await load(full);
  if (!source) throw new Error(findings.map((finding) => finding.message).join('\n'));
  return { source, api: buildApi(source, full).value };
}

export async function reviewOf(
  oldInput: Options['input'],
  newInput: Options['input'],
  options: Partial<ReviewOptions> = {},
  build: Partial<Options> = {},
): Promise<Report> {
  return review(await sideOf(oldInput, build), await sideOf(newInput, build), { ...reviewDefaults, today, ...options });
}

/** A document from YAML; the version and `info` are added where they are absent. */
export function document(yaml: string): object {
  const given: object = parse(yaml);
  const version = 'swagger' in given ? {} : { openapi: '3.1.0' };
  return { ...version, info: { title: 'Pets', version: '1' }, ...given };
}

/** `level axes code where symbol: message`, one a change. */
export function lines(report: Report): readonly string[] {
  return report.changes.map(({ level, source, wire, code, where, also, symbol, message }) => {
    const axes = `${source ? 'S' : '-'}${wire ? 'W' : '-'}`;
    const reach = also ? ` +${also.length}` : '';
    return `${level} ${axes} ${code} ${where}${reach}${symbol ? ` ${symbol}` : ''}: ${message}`;
  });
}
