/** @see https://spec.openapis.org/oas/v3.2.0#header-object */
import { type Pointer, quote } from '../../diagnostics.js';
import type { ResponseHeader } from '../api.js';
import { byCodeUnits, type Node } from '../node.js';
import type { ObjectSchema } from '../schema.js';
import type { Schemas } from '../schemas/index.js';
import { describedValue } from './described-value.js';
import { documentation, titled } from './documentation.js';
import { checkMembers } from './members.js';
import { duplicateHeader, invalidHeaderName } from './rules.js';

/** The headers of a response or of a part, by name in lower case. Content-Type is said by the media type. */
export function buildHeaders(owner: Node, schemas: Schemas, direction: 'request' | 'response'): readonly ResponseHeader[] {
  const seen = new Map<string, string>();
  const headers = owner.entries('headers').flatMap(([name, reference]): ResponseHeader[] => {
    const node = reference.follow();
    if (!node || name.toLowerCase() === 'content-type') return [];
    const at = owner.pointer('headers', name);
    const twin = seen.get(name.toLowerCase());
    if (!isHeaderName(name)) owner.context.report(invalidHeaderName, at, `${quote(name)} is no name of a header`, 'key');
    else if (twin !== undefined) owner.context.report(duplicateHeader, at, `${quote(name)} is the same as ${quote(twin)}`, 'key');
    if (!isHeaderName(name) || twin !== undefined) return [];
    seen.set(name.toLowerCase(), name);
    checkMembers(node, 'Header Object');
    return [
      {
        name: name.toLowerCase(),
        required: node.boolean('required') ?? false,
        ...describedValue(node, schemas, direction, 'header'),
        docs: titled(documentation(node, reference), undefined),
        at: node.at,
      },
    ];
  });
  return headers.sort((a, b) => byCodeUnits(a.name, b.name));
}

/** A token of HTTP. @see https://www.rfc-editor.org/rfc/rfc9110#name-tokens */
export const isHeaderName = (name: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(name);

/** What a caller reads of the headers, decoded. Servers send others too. */
export function headersSchema(headers: readonly ResponseHeader[], at: Pointer): ObjectSchema {
  return {
    kind: 'object',
    typed: true,
    properties: headers.map(({ name, schema, required, docs, at }) => ({
      name,
      schema: Object.keys(docs).length === 0 ? schema : { ...schema, docs: { ...schema.docs, ...docs } },
      required,
      at,
    })),
    patternProperties: [],
    additionalProperties: { kind: 'any', at },
    additionalImplied: true,
    dependentRequired: [],
    dependentSchemas: [],
    at,
  };
}
