/**
 * Which member of which object of OpenAPI holds what: the one place that knows where schemas, references and mere data stand.
 * A `$ref` in data (`example`, `default`, `const`, `enum`, `x-…`) is data; one in `properties` is the name of a property.
 * Swagger 2.0 is brought into this shape before. Extensions (`x-…`) of every object are data.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#schema-0
 */

/** The objects of the specification, and `schema`, which has a walk of its own. */
export type Kind =
  | 'document'
  | 'components'
  | 'path-item'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'request-body'
  | 'response'
  | 'responses'
  | 'media-type'
  | 'encoding'
  | 'callback'
  | 'paths'
  | 'example'
  | 'link'
  | 'security-scheme'
  | 'schema';

export type Shape = { readonly one: Kind } | { readonly map: Kind } | { readonly list: Kind };

export interface ObjectGrammar {
  /** True where a Reference Object may stand instead. A Path Item's `$ref` has siblings of its own. */
  readonly reference: boolean;
  readonly members: ReadonlyMap<string, Shape>;
  /** Of all members that are not named. */
  readonly others?: Shape;
}

const one = (kind: Kind): Shape => ({ one: kind });
const map = (kind: Kind): Shape => ({ map: kind });
const list = (kind: Kind): Shape => ({ list: kind });
const grammar = (members: Readonly<Record<string, Shape>>, reference = true, others?: Shape): ObjectGrammar => ({
  reference,
  members: new Map(Object.entries(members)),
  ...(others && { others }),
});

export const METHODS: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
const content = map('media-type');
const examples = map('example');
const headers = map('header');

const GRAMMARS: Readonly<Record<Exclude<Kind, 'schema'>, ObjectGrammar>> = {
  document: grammar({ paths: one('paths'), webhooks: map('path-item'), components: one('components') }, false),
  components: grammar(
    {
      schemas: map('schema'),
      responses: map('response'),
      parameters: map('parameter'),
      examples,
      requestBodies: map('request-body'),
      headers,
      securitySchemes: map('security-scheme'),
      links: map('link'),
      callbacks: map('callback'),
      pathItems: map('path-item'),
      mediaTypes: content,
    },
    false,
  ),
  paths: grammar({}, false, one('path-item')),
  'path-item': grammar({
    ...Object.fromEntries(METHODS.map((method) => [method, one('operation')])),
    additionalOperations: map('operation'),
    parameters: list('parameter'),
  }),
  operation: grammar(
    { parameters: list('parameter'), requestBody: one('request-body'), responses: one('responses'), callbacks: map('callback') },
    false,
  ),
  responses: grammar({}, false, one('response')),
  parameter: grammar({ schema: one('schema'), content, examples }),
  header: grammar({ schema: one('schema'), content, examples }),
  'request-body': grammar({ content }),
  response: grammar({ headers, content, links: map('link') }),
  'media-type': grammar({
    schema: one('schema'),
    itemSchema: one('schema'),
    examples,
    encoding: map('encoding'),
    prefixEncoding: list('encoding'),
    itemEncoding: one('encoding'),
  }),
  encoding: grammar(
    { headers, encoding: map('encoding'), prefixEncoding: list('encoding'), itemEncoding: one('encoding') },
    false,
  ),
  callback: grammar({}, true, one('path-item')),
  example: grammar({}),
  link: grammar({}),
  'security-scheme': grammar({}),
};

export const grammarOf = (kind: Exclude<Kind, 'schema'>): ObjectGrammar => GRAMMARS[kind];

/**
 * The keywords whose values hold schemas, of every draft that is read here: the words of older drafts stay walkable, since
 * references point through them. `items` of draft 7 and before may be a list, a value of `dependencies` a list of names.
 */
export const SCHEMA_KEYWORDS: ReadonlyMap<string, 'schema' | 'map' | 'list' | 'schema-or-list'> = new Map([
  ['additionalItems', 'schema'],
  ['additionalProperties', 'schema'],
  ['contains', 'schema'],
  ['contentSchema', 'schema'],
  ['else', 'schema'],
  ['if', 'schema'],
  ['not', 'schema'],
  ['propertyNames', 'schema'],
  ['then', 'schema'],
  ['unevaluatedItems', 'schema'],
  ['unevaluatedProperties', 'schema'],
  ['items', 'schema-or-list'],
  ['$defs', 'map'],
  ['definitions', 'map'],
  ['dependencies', 'map'],
  ['dependentSchemas', 'map'],
  ['patternProperties', 'map'],
  ['properties', 'map'],
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['oneOf', 'list'],
  ['prefixItems', 'list'],
]);

/** The shape of a member, undefined where it is data. */
export function shapeOf(kind: Kind, key: string): Shape | undefined {
  if (kind !== 'schema') {
    const { members, others } = GRAMMARS[kind];
    return members.get(key) ?? (key.startsWith('x-') ? undefined : others);
  }
  const holds = SCHEMA_KEYWORDS.get(key);
  if (holds === undefined) return undefined;
  return holds === 'map' ? map('schema') : holds === 'list' ? list('schema') : one('schema');
}
