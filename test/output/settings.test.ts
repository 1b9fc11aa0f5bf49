import { expect, test } from 'vitest';
import { complete } from '../../src/config/resolve.js';
import { settingsOf } from '../../src/output/settings.js';

const rows: [string, Omit<Parameters<typeof complete>[0], 'input'>, object][] = [
  ['defaults', {}, {}],
  ['a default that is spelt out', { schemas: { int64: 'number' }, paths: true }, {}],
  ['a member of a group', { schemas: { int64: 'bigint' } }, { 'schemas.int64': 'bigint' }],
  ['an option of its own', { paths: false }, { paths: false }],
  [
    'a group without defaults',
    { session: { refresh: 'a', request: '/a', access: '/b', rotated: '/c' } },
    { session: { refresh: 'a', request: '/a', access: '/b', rotated: '/c' } },
  ],
  [
    'what says nothing about the output',
    { output: 'x', overlays: ['x'], limits: { size: 1 }, diagnostics: { deny: ['info'] }, review: { grace: true } },
    {},
  ],
];
test.each(rows)('%s', (_, config, settings) => {
  expect(settingsOf(complete({ input: 'api.yaml', ...config }))).toEqual(settings);
});
