import type { Report } from '../report.js';
import { github } from './github.js';
import { page } from './html/page.js';
import { markdown } from './markdown.js';
import { type Paint, text } from './text.js';

export { changelog } from './changelog.js';
export type { Paint, Style } from './text.js';

export type ReportFormat = 'text' | 'json' | 'markdown' | 'github' | 'html';

/** A report as text. `paint`: colours for `text`; no other format has any. Safe for documents whose strings mean harm. */
export function render(report: Report, format: ReportFormat, paint?: Paint): string {
  switch (format) {
    case 'text':
      return text(report, paint);
    case 'json':
      return `${JSON.stringify(report, undefined, 2)}\n`;
    case 'markdown':
      return markdown(report);
    case 'github':
      return github(report);
    case 'html':
      return page(report);
    default:
      return format satisfies never;
  }
}
