import { compareApis } from './compare/apis.js';
import { judge, type ReviewSide } from './judge/judge.js';
import type { ReviewOptions } from './options.js';
import type { Report } from './report.js';

/**
 * What becomes of the callers of one document's generated code when another takes its place. Pure, and independent of how
 * either is spelt: both sides are compared as the model has them, built with the same options.
 */
export function review(oldSide: ReviewSide, newSide: ReviewSide, options: ReviewOptions): Report {
  return judge(compareApis(oldSide.api, newSide.api), { old: oldSide, new: newSide }, options);
}
