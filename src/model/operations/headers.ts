/** @see https://spec.openapis.org/oas/v3.2.0#header-object */
import type { Pointer } from '../../diagnostics.js';
import type { ResponseHeader } from '../api.js';
import { byCodeUnits, type Node } from '../node.js';
import type { ObjectSchema } from '../schema.js';
import type { Schemas } from '../schemas/index.js';
import { describedValue } from './described-value.js';
import { documentation, titled } from './documentation.js';
import { checkMembers } from './members.js';

/** The headers of a response or of a part, by name in lower case. Content-Type is said by the media type. */
export function buildHeaders(owner: Node, schemas: Schemas, direction: 'request' | 'response'): readonly ResponseHeader[] {
  const headers = owner.entries('headers').flatMap(([name, reference]): ResponseHeader[] => {
    const node = reference.follow();
    if (!node || name.toLowerCase() === 'content-type') return [];
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
  return headers.sort((a, b) => byCodeUnits(a.name, b.name)).filter((header, i) => header.name !== headers[i - 1]?.name);
}

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
