/** The review: what a change of the document does to the callers of the generated code. */

export type { ConfigProblem, ConsumerProject } from './consumer/compile.js';
export { weighConsumer } from './consumer/weigh.js';
export type { ReviewSide } from './judge/judge.js';
export { type Ignored, type ReviewOptions, reviewDefaults } from './options.js';
export { changelog, type Paint, type ReportFormat, render, type Style } from './render/index.js';
export type { Change, Report, Usage } from './report.js';
export { review } from './review.js';
export { type ChangeLevel, isReviewCode, type ReviewCode, type ReviewRule, rules as reviewRules } from './rules.js';
