/** Webhooks and callbacks: payloads are received, answers are sent. */
import { type ChangeClass, imports, json, object, ok } from './words.js';

const webhook = (payload: string, responses = ok, members = ''): string =>
  `paths: {}\nwebhooks: { born: { post: { ${members}requestBody: { required: true, ${json(payload)} }, ${responses} } } }`;
const callback = (payload: string, url = '{$request.query.url}', name = 'done'): string =>
  `paths: { /pets: { post: { operationId: addPet, ${ok}, callbacks: { ${name}: { '${url}': { post: { requestBody: { required: true, ${json(payload)} }, ${ok} } } } } } } }`;
const none = `paths: { /pets: { post: { operationId: addPet, ${ok} } } }`;
const a = object('a: { type: string }', 'a');
const ab = object('a: { type: string }, b: { type: string }', 'a, b');
const answer = (schema: string): string => `responses: { '200': { description: ok, ${json(schema)} } }`;
const signed = (member: string): string =>
  webhook(a, ok, member && `parameters: [{ name: X-Sign, in: header, required: true, schema: { type: string } }], `);

const handles = (code: string, status = '204'): string =>
  imports('onBorn', `console.log(onBorn((input) => { ${code} return { status: ${status} }; }));`);
const shows = handles('console.log(input.body.a.length);');
const calledBack = imports(
  'onAddPetDone',
  'console.log(onAddPetDone((input) => { console.log(input.body.a.length); return { status: 204 }; }));',
);
const acknowledges = imports('onBorn', `console.log(onBorn(() => ({ status: 200, body: {} })));`);

type Row = readonly [change: string, old: string, is: string, consumer?: string | undefined, oasdiff?: string];
const rows: readonly Row[] = [
  ['A webhook is added', 'paths: {}', webhook(a), undefined, 'webhook-added'],
  ['A webhook is removed', webhook(a), 'paths: {}', shows, 'webhook-removed'],
  ['A webhook has an `operationId`', webhook(a), webhook(a, ok, 'operationId: petBorn, '), shows],
  ['There is more in the payload', webhook(a), webhook(ab), shows],
  ['There is less in the payload', webhook(ab), webhook(a), handles('console.log(input.body.b.length);')],
  ['A property of the payload becomes optional', webhook(a), webhook(object('a: { type: string }')), shows],
  [
    'A property of the payload becomes required',
    webhook(object('a: { type: string }')),
    webhook(a),
    handles('console.log(input.body.a?.length);'),
  ],
  [
    'A listed value more in the payload',
    webhook(object('a: { enum: [x] }', 'a')),
    webhook(object('a: { enum: [x, y] }', 'a')),
    shows,
  ],
  [
    'A limit of the payload is wider',
    webhook(object('a: { type: string, maxLength: 8 }', 'a')),
    webhook(object('a: { type: string, maxLength: 9 }', 'a')),
    shows,
  ],
  ['A header of the call is removed', signed('X-Sign'), signed(''), handles(`console.log(input.headers['X-Sign']);`)],
  ['A header of the call is added', signed(''), signed('X-Sign'), shows],
  [
    'More has to be answered',
    webhook(a, answer(object('ack: { type: string }'))),
    webhook(a, answer(object('ack: { type: string }', 'ack'))),
    acknowledges,
  ],
  [
    'More may be answered',
    webhook(a, answer(object('ack: { type: string }'))),
    webhook(a, answer(object('ack: { type: string }, note: { type: string }'))),
    acknowledges,
  ],
  [
    'One more status may be answered',
    webhook(a),
    webhook(a, `responses: { '204': { description: ok }, '410': { description: gone } }`),
    shows,
  ],
  [
    'A status may no longer be answered',
    webhook(a, `responses: { '204': { description: ok }, '410': { description: gone } }`),
    webhook(a),
    handles('', '410'),
  ],
  ['A callback is added', none, callback(a)],
  ['A callback is removed', callback(a), none, calledBack],
  ['A callback is renamed', callback(a), callback(a, '{$request.query.url}', 'finished'), calledBack],
  ['The URL of a callback is found elsewhere', callback(a), callback(a, '{$request.body#/url}'), calledBack],
  ['There is more in the payload of a callback', callback(a), callback(ab), calledBack],
  ['A property of the payload of a callback becomes optional', callback(a), callback(object('a: { type: string }')), calledBack],
];

export const incoming: readonly ChangeClass[] = rows.map(([change, old, is, consumer, oasdiff]) => ({
  change,
  old,
  is,
  ...(consumer && { consumer }),
  ...(oasdiff && { oasdiff }),
}));
