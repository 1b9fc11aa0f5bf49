/**
 * openapi-typescript at work: its transforms on a document that is known to be well-formed, without its loader, linter and
 * bundler, which would do again what `load/` has done.
 */
import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  resolveRef,
  scanDiscriminators,
  transformSchema,
} from 'openapi-typescript';
import type { JsonObject } from '../../load/source.js';
import { isObject } from '../../model/node.js';
import { restored } from './projector.js';

/** The text of `paths.ts`. The document is changed: a discriminator writes its values into the members. */
export function transform(document: JsonObject): string {
  const schema: OpenAPI3 = { openapi: '3.1.0', info: { title: '', version: '' }, ...document };
  const discriminators = scanDiscriminators(schema, { silent: true });
  leaveToDiscriminators(schema, discriminators);
  const context: Omit<GlobalContext, 'redoc'> = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: true,
    discriminators,
    // `type: object` alone would be `Record<string, never>`, which takes no object that has members.
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    injectFooter: [],
    makePathsEnum: false,
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    resolve: (reference) => resolveRef(schema, reference, { silent: true }),
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
    transform: undefined,
    transformProperty: undefined,
  };
  // The context's `redoc` is for its loader, which is not used.
  return restored(lenient(astToString(transformSchema(schema, context as GlobalContext))));
}

/** An heir of a discriminated schema is given its value of the property, beside the property that it declares itself: one has to go. */
function leaveToDiscriminators(schema: OpenAPI3, { objects, refsHandled }: GlobalContext['discriminators']): void {
  for (const [reference, { propertyName }] of Object.entries(objects)) {
    if (refsHandled.includes(reference)) continue;
    const heir: unknown = resolveRef(schema, reference, { silent: true });
    if (isObject(heir) && !heir['discriminator'] && isObject(heir['properties']))
      Reflect.deleteProperty(heir['properties'], propertyName);
  }
}

const STRICT_HELPER = /\ntype WithRequired<T, K extends keyof T> = T & \{\n {4}\[P in K\]-\?: T\[P\];\n\};\n/;
const LENIENT_HELPER = `
type WithRequired<T, K extends PropertyKey> = T extends unknown ? T & {
    [P in K & keyof T]-?: T[P];
} : never;
`;
/** The helper that openapi-typescript adds asks for keys of every member of a union, and a nullable schema is a union with null. */
const lenient = (text: string): string => text.replace(STRICT_HELPER, () => LENIENT_HELPER);
