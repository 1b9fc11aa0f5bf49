/** `pattern` and the names of `patternProperties`: regular expressions of ECMA-262 with the `u` flag, as far as they are. */
import { type Finding, type Pointer, quote } from '../../../diagnostics.js';
import type { Context } from '../../node.js';
import type { Pattern } from '../../schema.js';
import { type Attack, attackOn } from '../backtracking/slow.js';
import { invalidPattern, patternWithoutUnicode, slowPattern } from '../rules.js';

/**
 * Undefined, with a finding, where no flag makes it a regular expression, or it is not to be run.
 *
 * `maxLength`: of the texts that it is for.
 */
export function readPattern(
  context: Context,
  source: string,
  at: Pointer,
  on: NonNullable<Finding['on']>,
  maxLength?: number,
): Pattern | undefined {
  const refused = refusal(source, 'u');
  if (refused === undefined) return unhurried(context, { source, flags: 'u' }, at, on, maxLength);
  if (refusal(source, '') === undefined && !isOfOtherDialect(source)) {
    context.report(patternWithoutUnicode, at, `${quote(source)} is valid without the u flag only: ${refused}`, on);
    return unhurried(context, { source, flags: '' }, at, on, maxLength);
  }
  context.report(invalidPattern, at, `${quote(source)} is not checked: ${refused}`, on);
  return undefined;
}

/**
 * Without the flag, what another dialect means by a letter would be the letter: `\A` and `\z` for the ends of the text, `\p{Print}`.
 * @see https://tc39.es/ecma262/#prod-annexB-IdentityEscape
 */
const isOfOtherDialect = (source: string): boolean =>
  [...source.matchAll(/\\([\s\S])/g)].some(
    ([, escaped = '']) => /[A-Za-z]/.test(escaped) && !/[bBcdDfknrsStuvwWx]/.test(escaped),
  );

/** A body from a stranger must not be able to stop the process, so a pattern that could is not run unless the config says so. */
function unhurried(
  context: Context,
  pattern: Pattern,
  at: Pointer,
  on: NonNullable<Finding['on']>,
  maxLength: number | undefined,
): Pattern | undefined {
  const attack = attackOn(pattern);
  if (!attack) return pattern;
  if (maxLength !== undefined && !attackOn(pattern, maxLength)) return { ...pattern, upTo: maxLength };
  const kept = context.options.schemas.slowPatterns === 'check';
  // The names of members are not measured.
  const upTo = kept || on === 'key' ? undefined : attackOn(pattern, SHORT) ? undefined : SHORT;
  const done = kept ? '' : upTo === undefined ? ': it is not checked' : `: it is checked in texts of up to ${upTo} characters`;
  context.report(
    slowPattern,
    at,
    `${quote(pattern.source)} can take a time out of proportion, as for ${example(attack)}${done}`,
    on,
  );
  if (upTo !== undefined) return { ...pattern, upTo };
  return kept ? pattern : undefined;
}
/** In code points. Most values that have a pattern are no longer, and what grows with the cube of the length is over in a moment. */
const SHORT = 64;

/** How the text is made that shows it. */
function example(attack: Attack): string {
  const parts = attack.parts.map(({ lead, pump }) => `${lead === '' ? '' : `${quote(lead)}, `}${quote(pump)} many times`);
  return [...parts, ...(attack.end === '' ? [] : [quote(attack.end)])].join(', ');
}

/** Why it does not compile, in the words of the engine without the pattern that they repeat. */
function refusal(source: string, flags: 'u' | ''): string | undefined {
  try {
    new RegExp(source, flags);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message.slice(message.lastIndexOf(': ') + 2).toLowerCase();
  }
}
