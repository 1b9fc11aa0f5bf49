/** The members that openapi-typescript reads of each object, and the type that it expects of them. */
import { isObject } from '../../model/node.js';
import { flag, list, map, name, object, text } from './combinators.js';
import type { Section, Shape } from './projector.js';
import { schema } from './schema-shape.js';

function referable(section: Section, shape: Shape): Shape {
  return (value, place, projector) => {
    if (!isObject(value) || typeof value['$ref'] !== 'string') return shape(value, place, projector);
    const $ref = projector.reference(section, value['$ref'], place);
    return $ref === undefined ? undefined : { $ref };
  };
}
/** Where openapi-typescript follows no reference. */
function followed(shape: Shape): Shape {
  return (value, place, projector) => {
    const target = projector.follow(value, place);
    return target && shape(target.value, target.place, projector);
  };
}

const mediaType = followed(object({ schema }));
const header = object({ description: text, deprecated: flag, required: flag, schema, content: map(mediaType) });
const response = object({ description: text, headers: map(referable('headers', header)), content: map(mediaType) });
const requestBody = object({ description: text, required: flag, content: map(mediaType) });

const parameterObject = object({ name, in: text, description: text, deprecated: flag, required: flag, schema });
const PLACES: readonly unknown[] = ['query', 'header', 'path', 'cookie'];
const parameter: Shape = (value, place, projector) => {
  const made = parameterObject(value, place, projector);
  if (!isObject(made) || typeof made['name'] !== 'string') return undefined;
  const given = made['in'];
  const meant = typeof given === 'string' ? given.trim().toLowerCase() : '';
  if (PLACES.includes(meant)) return meant === given ? made : { ...made, in: meant };
  projector.leaveOut(
    place,
    meant === 'querystring' ? 'a parameter in the query string as a whole' : 'a parameter that is in no place',
  );
  return undefined;
};

const operation = object({
  operationId: (value, _place, projector) =>
    typeof value === 'string' && value !== '' ? projector.claimOperationId(value) : undefined,
  summary: text,
  description: text,
  deprecated: flag,
  parameters: list(referable('parameters', parameter)),
  requestBody: referable('requestBodies', requestBody),
  responses: map(referable('responses', response)),
});

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const pathItemObject = object({
  summary: text,
  description: text,
  parameters: list(referable('parameters', parameter)),
  ...Object.fromEntries(METHODS.map((method) => [method, operation])),
});
export const pathItem: Shape = (value, place, projector) => {
  for (const method of ['query', 'additionalOperations'])
    if (isObject(value) && Object.hasOwn(value, method))
      projector.leaveOut({ up: place, key: method }, 'an operation of this method');
  return pathItemObject(value, place, projector);
};

export const paths = map(referable('pathItems', pathItem));
export const webhooks = map(followed(pathItem));
export const componentShapes: Readonly<Record<Section, Shape>> = {
  schemas: schema,
  responses: response,
  parameters: parameter,
  requestBodies: requestBody,
  headers: header,
  pathItems: pathItem,
};
