/** The comment before an operation's function. */
import type { Operation, SecurityRequirement } from '../../model/api.js';
import type { Docs } from '../../print/code.js';

export function docsOf({ docs, extensions, method, template, security }: Operation): Docs {
  const { summary, description, deprecated, externalDocs } = docs;
  return [
    ...(summary === undefined ? [] : [summary]),
    ...(description === undefined || description === summary ? [] : [description]),
    `\`${method} ${template}\``,
    ...scopesOf(security),
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

/** What the credentials must be good for, where the document says it: a line for each alternative. */
function scopesOf(security: readonly SecurityRequirement[]): readonly string[] {
  return security.flatMap((requirement) => {
    const scoped = requirement.filter(({ scopes }) => scopes.length > 0);
    if (scoped.length === 0) return [];
    const needs = scoped.map(({ scheme, scopes }) => `${scopes.map((scope) => `\`${scope}\``).join(', ')} of \`${scheme}\``);
    return [`Scopes: ${needs.join('; ')}.`];
  });
}
