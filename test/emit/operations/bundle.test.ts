/** What a bundle of one call holds: nothing that the call does not use. */
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { bundled, documentOf } from './generated.js';

const json = { 'application/json': { schema: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } } } };
const responses = { 200: { description: '', content: json } };
const document = documentOf(
  {
    '/plain': { post: { operationId: 'plain', security: [], requestBody: { content: json }, responses } },
    '/pets/{id}': {
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      get: { operationId: 'other', parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }], responses },
    },
    '/events': { get: { operationId: 'stream', responses: { 200: { description: '', content: { 'text/event-stream': {} } } } } },
    '/upload': {
      post: {
        operationId: 'upload',
        requestBody: { content: { 'multipart/form-data': { schema: { type: 'object' } } } },
        responses,
      },
    },
  },
  { security: [{ key: [] }], components: { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } } } },
);

it('drops everything unused', async () => {
  const text = await bundled(
    document,
    `import { createClient, plain } from './index.js'; plain(createClient({ baseUrl: 'http://a' }), { body: { id: '' } });`,
  );
  for (const foreign of [
    /last-event-id/i,
    /boundary/,
    /retry-after/,
    /idempotency/,
    /X-Key/,
    /%2e/,
    /authorization/,
    /\/events/,
    /Content-Disposition/,
    /highWaterMark/,
    /duplex/,
  ]) {
    expect(text).not.toMatch(foreign);
  }
});

it('has no effect when nothing of it is used', async () => {
  expect((await bundled(document, `import './index.js';`)).trim()).toBe('');
});

it('is small: one call with validation and every member of its result', async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { createClient, iamRefreshToken } from './generated/iam/index.js';
        const client = createClient({ baseUrl: 'https://api.gcore.com' });
        export const refresh = (token) => iamRefreshToken(client, { body: { refresh: token } });`,
      resolveDir: fileURLToPath(new URL('../../..', import.meta.url)),
    },
    bundle: true,
    minify: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  expect(gzipSync(outputFiles[0]?.text ?? '', { level: 9 }).length).toBeLessThanOrEqual(2_260);
});
