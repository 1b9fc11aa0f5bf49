/** Strings of a document, and of those who wrote it, on their way to a terminal, a comment or a page. */

/** One line without anything that moves a cursor, hides text or turns its direction. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029\ud800-\udfff]/gu, (unit) => `\\u{${(unit.codePointAt(0) ?? 0).toString(16)}}`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** For text and for quoted attributes of HTML. */
export function escapeHtml(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** For running text of Markdown: nothing becomes markup, a link, an image, a mention or a reference to an issue. */
export function escapeMarkdown(text: string): string {
  return escapeHtml(text)
    .replace(/[\\`*_{}[\]()|~!+-]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/@/g, '&#64;&#8203;')
    .replace(/#(?=\d)(?<!&#)/g, '&#35;&#8203;')
    .replace(/:\/\//g, ':&#8203;//')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}&#8203;.`);
}

/** A span of code, in which GitHub looks for neither mentions nor references. */
export function codeSpan(text: string): string {
  const escaped = escapeHtml(text)
    .replace(/(?<!&)#/g, '&#35;')
    .replace(/[\\`*_{}[\]()|~!@]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<code>${escaped}</code>`;
}
