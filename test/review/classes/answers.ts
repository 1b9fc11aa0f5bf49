/** Responses as a whole: statuses, forms and headers. */
import { answering, asks, type ChangeClass, json, object } from './words.js';

const body = (schema: string): string => `{ description: ok, ${json(schema)} }`;
const a = body(object('a: { type: string }', 'a'));
const problem = body(object('message: { type: string }', 'message'));
const forms = (...names: readonly string[]): string =>
  `'200': { description: ok, content: { ${names.map((name) => `${name}: { schema: ${object('a: { type: string }', 'a')} }`).join(', ')} } }`;
const headed = (header: string): string => `'200': { description: ok${header ? `, headers: { X-A: { ${header} } }` : ''} }`;

const readsBody = asks('if (result.ok) console.log(result.body.a);');
const passes = asks('if (result.ok) console.log(result.status);');
const readsError = asks('if (result.status === 404) console.log(result.body.message);');
const readsErrors = asks(`if (!result.ok && typeof result.status === 'number') console.log(result.body.message);`);
const showsError = asks('if (!result.ok) console.log(result.status);');
const readsHeader = asks(`if (result.ok) console.log(result.headers['x-a'].length);`);

type Row = readonly [change: string, old: string, is: string, consumer: string, oasdiff?: string];
const rows: readonly Row[] = [
  // Success
  ['Another status with the same body', `'200': ${a}`, `'201': ${a}`, readsBody, 'response-success-status-removed'],
  ['Another status, and a body where there was none', `'204': { description: ok }`, `'200': ${a}`, passes],
  ['Another status, and no body any more', `'200': ${a}`, `'204': { description: ok }`, readsBody],
  ['Another status with another body', `'200': ${a}`, `'201': ${body(object('job: { type: string }', 'job'))}`, readsBody],
  ['One more status with the same body', `'200': ${a}`, `'200': ${a}, '201': ${a}`, readsBody, 'response-success-status-added'],
  [
    'One more status with another body',
    `'200': ${a}`,
    `'200': ${a}, '202': ${body(object('job: { type: string }', 'job'))}`,
    readsBody,
  ],
  ['One more status without a body', `'200': ${a}`, `'200': ${a}, '204': { description: none }`, readsBody],
  ['One of two statuses less', `'200': ${a}, '201': ${a}`, `'200': ${a}`, readsBody],
  ['A range instead of the status', `'200': ${a}`, `2XX: ${a}`, readsBody],
  ['`default` instead of the status', `'200': ${a}`, `default: ${a}`, readsBody],
  ['A body where there was none', `'200': { description: ok }`, `'200': ${a}`, passes],
  ['No body any more', `'200': ${a}`, `'200': { description: ok }`, readsBody],
  // Problems
  ['The first problem', `'200': ${a}`, `'200': ${a}, '404': ${problem}`, showsError, 'response-non-success-status-added'],
  [
    'One more problem with the same body',
    `'200': ${a}, '404': ${problem}`,
    `'200': ${a}, '404': ${problem}, '409': ${problem}`,
    readsErrors,
  ],
  [
    'One more problem with another body',
    `'200': ${a}, '404': ${problem}`,
    `'200': ${a}, '404': ${problem}, '409': ${body(object('code: { type: integer }', 'code'))}`,
    readsErrors,
  ],
  [
    'One more problem without a body',
    `'200': ${a}, '404': ${problem}`,
    `'200': ${a}, '404': ${problem}, '409': { description: conflict }`,
    readsError,
  ],
  ['A problem less', `'200': ${a}, '404': ${problem}`, `'200': ${a}`, showsError, 'response-non-success-status-removed'],
  ['A range instead of a problem', `'200': ${a}, '404': ${problem}`, `'200': ${a}, 4XX: ${problem}`, showsError],
  ['`default` beside a success', `'200': ${a}`, `'200': ${a}, default: ${problem}`, showsError],
  [
    'Another body of a problem',
    `'200': ${a}, '404': ${problem}`,
    `'200': ${a}, '404': ${body(object('code: { type: integer }', 'code'))}`,
    readsError,
  ],
  [
    'A problem is `application/problem+json`',
    `'404': ${problem}`,
    `'404': ${problem.replace('application/json', 'application/problem+json')}`,
    readsError,
    'response-media-type-name-changed',
  ],
  // Forms
  ['XML instead of JSON', forms('application/json'), forms('application/xml'), readsBody],
  [
    'Another name for JSON',
    forms('application/json'),
    forms('application/vnd.pets+json'),
    readsBody,
    'response-media-type-name-changed',
  ],
  [
    'One more name for JSON',
    forms('application/json'),
    forms('application/json', 'application/vnd.pets+json'),
    readsBody,
    'response-media-type-added',
  ],
  ['XML too', forms('application/json'), forms('application/json', 'application/xml'), readsBody, 'response-media-type-added'],
  [
    'One of two forms less',
    forms('application/json', 'application/xml'),
    forms('application/json'),
    asks(`if (result.ok && result.contentType === 'application/json') console.log(result.body.a);`),
    'response-media-type-removed',
  ],
  [
    'Any form instead of JSON',
    forms('application/json'),
    forms(`'*/*'`),
    asks('if (result.ok) console.log(result.body);'),
    'response-media-type-name-generalized',
  ],
  [
    'JSON instead of any form',
    forms(`'*/*'`),
    forms('application/json'),
    asks('if (result.ok) console.log(result.body);'),
    'response-media-type-name-specialized',
  ],
  [
    'Items one by one instead of JSON',
    forms('application/json'),
    `'200': { description: ok, content: { application/jsonl: { itemSchema: ${object('a: { type: string }', 'a')} } } }`,
    readsBody,
  ],
  [
    'Something becomes anything',
    `'200': ${a}`,
    `'200': { description: ok, content: { application/json: {} } }`,
    readsBody,
    'response-body-media-type-schema-removed',
  ],
  // Headers
  ['A header is added', headed(''), headed('schema: { type: string }'), passes, 'response-header-added'],
  [
    'An optional header is removed',
    headed('schema: { type: string }'),
    headed(''),
    asks(`if (result.ok) console.log(result.headers['x-a']);`),
    'optional-response-header-removed',
  ],
  [
    'A required header is removed',
    headed('required: true, schema: { type: string }'),
    headed(''),
    readsHeader,
    'required-response-header-removed',
  ],
  [
    'A header becomes optional',
    headed('required: true, schema: { type: string }'),
    headed('schema: { type: string }'),
    readsHeader,
    'response-header-became-optional',
  ],
  [
    'A header becomes required',
    headed('schema: { type: string }'),
    headed('required: true, schema: { type: string }'),
    asks(`if (result.ok) console.log(result.headers['x-a']?.length);`),
  ],
  [
    'Another type of a header',
    headed('required: true, schema: { type: string }'),
    headed('required: true, schema: { type: integer }'),
    readsHeader,
    'response-header-type-changed',
  ],
];

export const answers: readonly ChangeClass[] = rows.map(([change, old, is, consumer, oasdiff]) => ({
  change,
  old: answering(old),
  is: answering(is),
  consumer,
  ...(oasdiff && { oasdiff }),
}));
