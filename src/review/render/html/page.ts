/** One page that needs nothing else: no request leaves it, and it can be sent by mail. */
import type { Change, Report } from '../../report.js';
import { LEVELS } from '../../rules.js';
import { escapeHtml } from '../escape.js';
import { axes, ofLevel, place, usageText, verdict } from '../words.js';
import { script } from './script.js';
import { style } from './style.js';

/** More than these are an overview first, and opened one by one. */
const MOST_OPEN = 20;

export function page(report: Report): string {
  const opens = ofLevel(report, 'breaking').length <= MOST_OPEN;
  const items = report.changes.map((change) => item(change, opens && change.level === 'breaking')).join('');
  const ignored = report.ignored
    .map((change) => `<li>${code(change.where)} ${escapeHtml(change.message)}: ${escapeHtml(change.reason)}</li>`)
    .join('');
  const notes = report.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>API changes: ${report.semver}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>API changes</h1>
<p class="verdict">${escapeHtml(verdict(report))}</p>
${notes}
${items && filters(report)}
</header>
<main>
${items || '<p class="nothing">There is nothing to list.</p>'}
${ignored ? `<section class="ignored"><h2>Accepted by the config</h2><ul>${ignored}</ul></section>` : ''}
</main>
${items && `<script>${script}</script>`}
</body>
</html>
`;
}

function filters(report: Report): string {
  return `<form role="search" aria-label="Filter the changes">
<label class="search">Search <input type="search" id="search" autocomplete="off" aria-describedby="keys"></label>
<fieldset><legend>Level</legend>${LEVELS.map((level) => box('level', level, `${level} (${ofLevel(report, level).length})`)).join('')}</fieldset>
<fieldset><legend>Axis</legend>${box('axis', 'source', 'source')}${box('axis', 'wire', 'wire')}${box('axis', 'neither', 'neither')}</fieldset>
</form>
<p id="keys" class="keys"><kbd>/</kbd> search, <kbd>j</kbd> <kbd>k</kbd> next and previous, <kbd>Enter</kbd> open or close, <kbd>o</kbd> all of them</p>
<p id="count" role="status" aria-live="polite"></p>`;
}

function box(name: string, value: string, label: string): string {
  return `<label><input type="checkbox" name="${name}" value="${value}" checked> ${label}</label>`;
}

function item(change: Change, isOpen: boolean): string {
  const axis = [change.source ? 'source' : '', change.wire ? 'wire' : ''].filter((part) => part !== '').join(' ') || 'neither';
  const usage = usageText(change);
  return `<details class="change ${change.level}" data-level="${change.level}" data-axis="${axis}"${isOpen ? ' open' : ''}>
<summary><span class="level">${change.level}</span> <span class="where">${escapeHtml(change.where)}</span> <span class="message">${escapeHtml(change.message)}</span></summary>
<div class="body">
${change.symbol ? `<p class="symbol">${code(change.symbol)}</p>` : ''}
${sides(change)}
<p>${escapeHtml(change.remedy).replace(/`([^`]*)`/g, '<code>$1</code>')}</p>
${usage ? `<p class="usage">${escapeHtml(usage)}</p>` : ''}
${change.also ? `<p>Also ${change.also.map(code).join(', ')}</p>` : ''}
<dl><dt>Rule</dt><dd>${code(change.code)}</dd><dt>Reaches</dt><dd>${axes(change)}</dd><dt>At</dt><dd>${code(place(change))} (${change.side})</dd><dt>Fingerprint</dt><dd>${code(change.fingerprint)}</dd></dl>
</div>
</details>
`;
}

/** The type as it was and as it is, beside each other; one where only what is around it has changed. */
function sides({ before, after }: Change): string {
  if (before === undefined && after === undefined) return '';
  const side = (name: string, type: string | undefined): string =>
    `<figure class="${name.toLowerCase()}"><figcaption>${name}</figcaption><pre tabindex="0">${type === undefined ? '<em>nothing</em>' : escapeHtml(type)}</pre></figure>`;
  const figures = before === after ? side('Type', after) : side('Before', before) + side('After', after);
  return `<div class="sides">${figures}</div>`;
}

const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;
