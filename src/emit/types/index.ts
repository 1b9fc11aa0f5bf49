/** `types.ts`: one type for each named schema, and the expressions that other files make of schemas. */
import type { Api } from '../../model/api.js';
import type { NamedSchema } from '../../model/schema.js';
import { code, name } from '../../print/code.js';
import { type Declaration, type NamedDeclaration, settle } from '../../print/declaration.js';
import type { Emitter } from '../emitter.js';
import { docsOf } from './docs.js';
import { type TypeScope, typeOf, typeScope } from './type-of.js';

export { docsOf } from './docs.js';
export { type TypeScope, typeOf, typeScope } from './type-of.js';

export const types: Emitter = {
  name: 'types',
  emit: ({ api }) => ({ files: [{ kind: 'code', path: 'types.ts', imports: [], statements: typeDeclarations(api) }] }),
};

/** In the order of the schemas, which is canonical. */
function typeDeclarations(api: Pick<Api, 'schemas'>): readonly Declaration[] {
  const scope = typeScope(api);
  return api.schemas.map((schema) => settle(typeDeclaration(schema, scope)));
}

function typeDeclaration({ id, schema, sameTypeAs }: NamedSchema, scope: TypeScope): NamedDeclaration {
  const type = sameTypeAs === undefined ? typeOf(schema, scope) : code`${name(sameTypeAs)}`;
  return { kind: 'type', name: name(id), docs: docsOf(schema, id), owner: id, type };
}
