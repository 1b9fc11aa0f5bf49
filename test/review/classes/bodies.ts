/** Request bodies as a whole: whether there is one, and in which forms. */
import { type ChangeClass, callsCreate, creating, json, object } from './words.js';

const pet = object('name: { type: string }');
const as = (...names: readonly string[]): string =>
  `{ required: true, content: { ${names.map((name) => `${name}: { schema: ${pet} }`).join(', ')} } }`;
const one = as('application/json');
const sends = callsCreate(`, { body: { name: 'Rex' } }`);
const form = (member: string, encoding = ''): string =>
  `{ required: true, content: { multipart/form-data: { schema: ${object(member)}${encoding} } } }`;
const bytes = '{ type: string, format: binary }';

type Row = readonly [change: string, old: string, is: string, consumer: string, oasdiff?: string];
const rows: readonly Row[] = [
  ['An optional body is added', '', `{ ${json(pet)} }`, callsCreate(''), 'request-body-added-optional'],
  ['A required body is added', '', one, callsCreate(''), 'request-body-added-required'],
  ['The body is removed', one, '', sends, 'request-body-removed'],
  ['The body becomes required', `{ ${json(pet)} }`, one, callsCreate(''), 'request-body-became-required'],
  ['The body becomes optional', one, `{ ${json(pet)} }`, sends, 'request-body-became-optional'],
  ['One more form', one, as('application/json', 'application/x-www-form-urlencoded'), sends, 'request-body-media-type-added'],
  [
    'A form less',
    as('application/json', 'application/x-www-form-urlencoded'),
    one,
    callsCreate(`, { body: { name: 'Rex' }, contentType: 'application/x-www-form-urlencoded' }`),
    'request-body-media-type-removed',
  ],
  ['A web form instead of JSON', one, as('application/x-www-form-urlencoded'), sends],
  ['XML instead of JSON', one, as('application/xml'), sends],
  ['Another name for JSON', one, as('application/vnd.pets+json'), sends],
  ['A range that has the form of today', one, as(`'application/*'`), sends],
  ['A `charset` is named', one, as('application/json; charset=utf-8'), sends],
  [
    'Anything becomes something',
    '{ required: true, content: { application/json: {} } }',
    one,
    callsCreate(', { body: 1 }'),
    'request-body-media-type-schema-added',
  ],
  [
    'Something becomes anything',
    one,
    '{ required: true, content: { application/json: {} } }',
    sends,
    'request-body-media-type-schema-removed',
  ],
  [
    'A file becomes a list of files',
    form(`file: ${bytes}`),
    form(`file: { type: array, items: ${bytes} }`),
    callsCreate(', { body: { file: new Blob([]) } }'),
  ],
  [
    'A part of a form is written in another way',
    form('meta: { type: object }'),
    form('meta: { type: object }', ', encoding: { meta: { contentType: text/plain } }'),
    callsCreate(', { body: { meta: {} } }'),
  ],
  [
    'JSON instead of bytes',
    `{ required: true, content: { application/octet-stream: { schema: ${bytes} } } }`,
    one,
    callsCreate(', { body: new Blob([]) }'),
  ],
];

export const bodies: readonly ChangeClass[] = rows.map(([change, old, is, consumer, oasdiff]) => ({
  change,
  old: creating(old),
  is: creating(is),
  consumer,
  ...(oasdiff && { oasdiff }),
}));
