/** The comment before an operation's function. */
import type { Operation } from '../../model/api.js';

export function docsOf(operation: Operation): string {
  const { docs, extensions } = operation;
  const paragraphs = [
    docs.summary,
    docs.description === docs.summary ? undefined : docs.description,
    `\`${operation.method} ${operation.template}\``,
    tags([
      docs.deprecated
        ? ['deprecated', extensions.sunset === undefined ? undefined : `It may go after ${extensions.sunset}.`]
        : undefined,
      docs.externalDocs === undefined ? undefined : ['see', docs.externalDocs],
    ]),
  ];
  return paragraphs
    .filter((text): text is string => text !== undefined && text.trim() !== '')
    .map((text) => text.trim())
    .join('\n\n');
}

function tags(rows: readonly (readonly [string, string | undefined] | undefined)[]): string {
  return rows.flatMap((row) => (row ? [`@${row[0]}${row[1] === undefined ? '' : ` ${row[1]}`}`] : [])).join('\n');
}
