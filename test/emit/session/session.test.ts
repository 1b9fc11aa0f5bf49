/** Which document and config give a `session.ts`, and what is said about the others. */
import { describe, expect, test } from 'vitest';
import { generate } from '../../../src/index.js';
import type { SessionOptions } from '../../../src/options.js';
import { iamWith } from '../../session/support/document.js';

const REFRESH = '/paths/~1iam~1auth~1jwt~1refresh/post';
const TOKEN = '/components/schemas/Token';
const iam: SessionOptions = { refresh: 'iamRefreshToken', request: '/refresh', access: '/access', rotated: '/refresh' };

async function run(changes: Parameters<typeof iamWith>[0], session?: SessionOptions) {
  const { files, diagnostics } = await generate({ input: iamWith(changes), ...(session && { session }) });
  return {
    text: files.find(({ path }) => path === 'session.ts')?.text,
    paths: files.map(({ path }) => path),
    said: diagnostics
      .filter(({ code }) => code.startsWith('session-'))
      .map(({ code, level, message }) => `${level} ${code}: ${message}`),
  };
}

describe('found by itself', () => {
  test('in the flagship', async () => {
    const { text, said } = await run({});
    expect(text).toContain('operations.iamRefreshToken(options.client, { body: { refresh } }, call)');
    expect(text).toContain("format: (access) => 'Bearer ' + access");
    expect(said).toEqual([
      'info session-detected: iamRefreshToken exchanges /refresh of its body for /access and /refresh of its answer',
      'info session-format-guessed: the access token is sent as "Bearer {token}" for "APIKey"',
    ]);
  });

  test.each<[string, Parameters<typeof iamWith>[0]]>([
    [
      'whose method is another',
      { '/paths/~1iam~1auth~1jwt~1refresh': { put: { responses: { '204': { description: 'No.' } } } } },
    ],
    [
      'that gives no access token',
      { [`${TOKEN}/properties`]: { refresh: { type: 'string' } }, [`${TOKEN}/required`]: ['refresh'] },
    ],
    ['whose access token may be absent', { [`${TOKEN}/required`]: ['refresh'] }],
    [
      'whose access token is required beside the schema that has it',
      {
        '/components/schemas/Granted': {
          type: 'object',
          properties: { access: { type: 'string' }, refresh: { type: 'string' } },
        },
        [TOKEN]: { allOf: [{ $ref: '#/components/schemas/Granted' }, { required: ['access', 'refresh'] }] },
      },
    ],
    ['that needs more than the refresh token', { '/components/schemas/RefreshRequest/required': ['refresh', 'device'] }],
    [
      'that needs a parameter',
      { [`${REFRESH}/parameters`]: [{ name: 'device', in: 'query', required: true, schema: { type: 'string' } }] },
    ],
  ])('not in a document with an operation %s', async (_, changes) => {
    const { text, paths, said } = await run(changes);
    expect(text).toBeUndefined();
    expect(paths.some((path) => path.startsWith('runtime/session/'))).toBe(false);
    expect(said).toEqual([]);
  });

  test('not where two operations may be it', async () => {
    const { text, said } = await run({ '/paths/~1v2~1refresh': { post: again } });
    expect(text).toBeUndefined();
    expect(said).toEqual(['info session-ambiguous: each of iamRefreshToken, refreshAgain may be it']);
  });
  const json = (name: string) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } });
  const again = {
    operationId: 'refreshAgain',
    security: [],
    requestBody: { required: true, content: json('RefreshRequest') },
    responses: { '200': { description: 'New tokens.', content: json('Token') } },
  };
});

describe('by config', () => {
  const wrapped = {
    [`${TOKEN}/properties`]: {
      data: { type: 'object', required: ['jwt'], properties: { jwt: { type: 'string' }, 'next-refresh': { type: 'string' } } },
    },
    [`${TOKEN}/required`]: ['data'],
  };
  test('tokens below other members, and a refresh token that may be absent', async () => {
    const { text, said } = await run(wrapped, { ...iam, access: '/data/jwt', rotated: '/data/next-refresh', format: '{token}' });
    expect(text).toContain("{ access: result.body.data.jwt, refresh: result.body.data['next-refresh'] ?? refresh }");
    expect(text).not.toContain('format:');
    expect(said).toEqual([
      'info session-rotation-optional: iamRefreshToken may answer without /data/next-refresh: the refresh token is then kept',
    ]);
  });
  test('an operation by its method and path', async () => {
    expect((await run({}, { ...iam, refresh: 'POST /iam/auth/jwt/refresh' })).text).toContain('operations.iamRefreshToken(');
  });
  test('another format', async () => {
    expect((await run({}, { ...iam, format: "JWT '{token}';" })).text).toContain("'JWT \\'' + access + '\\';'");
  });
  test('answers that pass do not end a session', async () => {
    const { text } = await run({
      [`${REFRESH}/responses/429`]: { description: 'Too many.' },
      [`${REFRESH}/responses/500`]: { description: 'Fault.' },
    });
    expect(text).toContain('{ readonly status: 400 | 401 }');
  });
  test('an operation that asks for credentials itself is warned of', async () => {
    const { said } = await run({ [`${REFRESH}/security`]: undefined }, iam);
    expect(said.join('\n')).toMatch(/^warning session-refresh-secured: iamRefreshToken sends credentials/m);
  });

  test.each<[Partial<SessionOptions>, string]>([
    [{ refresh: 'refreshToken' }, 'session-operation-unknown: no operation is called "refreshToken"'],
    [{ request: '/token' }, 'session-request-unsuitable: in the request of iamRefreshToken the body has no member token'],
    [
      { request: 'refresh' },
      'session-request-unsuitable: in the request of iamRefreshToken refresh is no JSON Pointer to a member',
    ],
    [{ access: '/jwt' }, 'session-response-unsuitable: iamRefreshToken gives no tokens: 200: the body has no member jwt'],
    [{ rotated: '/refresh/x' }, 'session-response-unsuitable: iamRefreshToken gives no tokens: 200: /refresh is no object'],
    [{ scheme: 'OAuth' }, 'session-scheme-unknown: no security scheme is called "OAuth"'],
    [{ format: 'Bearer' }, 'session-format-unsuitable: "Bearer" does not hold {token} once'],
  ])('%j is an error', async (wrong, message) => {
    const { paths, said } = await run({}, { ...iam, ...wrong });
    expect(said).toContain(`error ${message}`);
    expect(paths).toEqual([]);
  });
});
