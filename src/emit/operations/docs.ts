/** The comment before an operation's function. */
import type { Operation } from '../../model/api.js';
import type { Docs } from '../../print/code.js';

export function docsOf({ docs, extensions, method, template }: Operation): Docs {
  const { summary, description, deprecated, externalDocs } = docs;
  return [
    ...(summary === undefined ? [] : [summary]),
    ...(description === undefined || description === summary ? [] : [description]),
    `\`${method} ${template}\``,
    ...(deprecated
      ? [
          {
            tag: 'deprecated' as const,
            ...(extensions.sunset !== undefined && { text: `To be removed on ${extensions.sunset}.` }),
          },
        ]
      : []),
    ...(externalDocs === undefined ? [] : [{ tag: 'see' as const, text: externalDocs }]),
  ];
}
