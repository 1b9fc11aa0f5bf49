/** The generated client in a page of a real browser, against a server that does what servers do: every outcome is the one that Node has. */
import { existsSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, iamRefreshToken } from '../../generated/iam/index.js';

const executablePath = '/usr/bin/chromium';
const present = existsSync(executablePath);

/** Short for those that never end, and long enough elsewhere for a machine that is busy. */
const timeoutOf = (token: string): number => (token === 'hang' || token === 'stall' ? 500 : 30_000);

type Outcome = readonly [status: number | string, ok: boolean, body: unknown];
declare global {
  var outcome: (baseUrl: string, token: string, timeout: number) => Promise<Outcome>;
}

const json = { 'content-type': 'application/json' };
/** What the server does with each refresh token, and what comes of it. */
const ROWS: Readonly<Record<string, readonly [does: (response: ServerResponse) => void, wanted: Outcome]>> = {
  good: [
    (response) => response.writeHead(200, json).end('{"access":"a","refresh":"r"}'),
    [200, true, { access: 'a', refresh: 'r' }],
  ],
  bad: [
    (response) => response.writeHead(400, json).end('{"errors":{"refresh":["invalid"]}}'),
    [400, false, { errors: { refresh: ['invalid'] } }],
  ],
  unknown: [(response) => response.writeHead(401).end(), [401, false, undefined]],
  proxy: [
    (response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>'),
    ['undocumented-status', false, '<h1>Bad Gateway</h1>'],
  ],
  cut: [(response) => response.writeHead(200, json).end('{"access":"a"'), ['invalid-response', false, '{"access":"a"']],
  shape: [(response) => response.writeHead(200, json).end('{"access":1}'), ['invalid-response', false, { access: 1 }]],
  hang: [() => {}, ['timeout', false, undefined]],
  stall: [(response) => void response.writeHead(200, json).write('{"access":'), ['timeout', false, undefined]],
  reset: [(response) => response.socket?.resetAndDestroy(), ['network-error', false, undefined]],
  break: [
    (response) => {
      response.writeHead(200, { ...json, 'content-length': 99 }).write('{"access":');
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    },
    ['network-error', false, undefined],
  ],
};

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
    ROWS[JSON.parse(text).refresh]?.[0](response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

it.each(Object.entries(ROWS))('in Node: %s', async (token, [, wanted]) => {
  const result = await iamRefreshToken(
    createClient({ baseUrl: url }),
    { body: { refresh: token } },
    { timeout: timeoutOf(token) },
  );
  expect([result.status, result.ok, 'body' in result ? result.body : undefined]).toEqual(wanted);
});

describe.skipIf(!present)(present ? 'in a page' : `in a page (skipped: there is no ${executablePath})`, () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { createClient, iamRefreshToken } from './generated/iam/index.js';
          globalThis.outcome = async (baseUrl, refresh, timeout) => {
            const result = await iamRefreshToken(createClient({ baseUrl }), { body: { refresh } }, { timeout });
            return [result.status, result.ok, result.body];
          };`,
        resolveDir: fileURLToPath(new URL('../..', import.meta.url)),
      },
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'error',
    });
    browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage();
    await page.goto(url);
    await page.addScriptTag({ content: outputFiles[0]?.text ?? '' });
  }, 60_000);
  afterAll(() => browser?.close());

  it.each(Object.entries(ROWS))('%s', async (token, [, wanted]) => {
    const found = await page.evaluate((of) => globalThis.outcome(...of), [url, token, timeoutOf(token)] as const);
    expect(found).toEqual(wanted);
  });
});
