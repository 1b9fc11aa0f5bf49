/** Several tabs of one origin in a real browser, each in a process of its own. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Server, startServer } from './support/server.js';
import type { Tab } from './support/tab.js';

declare global {
  var tab: Tab;
}

const executablePath = '/usr/bin/chromium';
const present = existsSync(executablePath);

describe.skipIf(!present)(present ? 'tabs' : `tabs (skipped: there is no ${executablePath})`, () => {
  let browser: Browser;
  let context: BrowserContext;
  let server: Server;
  let script: string;
  beforeAll(async () => {
    const entryPoints = [fileURLToPath(new URL('./support/tab.ts', import.meta.url))];
    const bundle = await build({
      entryPoints,
      bundle: true,
      platform: 'browser',
      format: 'iife',
      write: false,
      logLevel: 'error',
    });
    script = bundle.outputFiles[0]?.text ?? '';
    const quiet =
      '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
    browser = await chromium.launch({ executablePath, args: ['--headless', ...quiet.split(' ')] });
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    server = await startServer();
    context = await browser.newContext();
  });
  afterEach(async () => {
    await context.close();
    await server.close();
  });

  async function open(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(server.url);
    await page.addScriptTag({ content: script });
    return page;
  }
  const calls = (page: Page, count: number): Promise<number[]> => page.evaluate((n) => globalThis.tab.calls(n), count);
  const signIn = (page: Page): Promise<void> => page.evaluate((tokens) => globalThis.tab.signIn(tokens), server.issue());

  test.each([2, 8])(
    '%i tabs over 10 expiries: 10 refreshes, no blacklisted token',
    async (count) => {
      const tabs = await Promise.all(Array.from({ length: count }, open));
      await Promise.all(tabs.slice(0, 1).map(signIn));
      for (let expiry = 0; expiry < 10; expiry++) {
        server.expire();
        const statuses = await Promise.all(tabs.map((page) => calls(page, 10)));
        expect(new Set(statuses.flat())).toEqual(new Set([200]));
      }
      expect(server.counts).toMatchObject({ refreshes: 10, blacklisted: 0 });
    },
    120_000,
  );

  test('a tab that is closed over a refresh leaves the others with an unknown session, and no token is sent again', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await signIn(one);
    server.expire();
    server.faults.push('hang');
    const arrived = new Promise<void>((resolve) => {
      server.arrived = resolve;
    });
    const lost = calls(one, 1).catch(() => []);
    await arrived;
    const waiting = calls(two, 5);
    await one.close();
    await lost;
    expect(await waiting).toEqual([401, 401, 401, 401, 401]);
    expect(await two.evaluate(() => globalThis.tab.kinds().at(-1))).toBe('unknown');
    expect(server.counts).toMatchObject({ refreshes: 1, blacklisted: 0 });
    await signIn(two);
    expect(await calls(two, 1)).toEqual([200]);
  });

  test('a sign-out in one tab is seen by the others, without a call', async () => {
    const [one, two] = await Promise.all([open(), open()]);
    await signIn(one);
    expect(await calls(two, 1)).toEqual([200]);
    await one.evaluate(() => globalThis.tab.signOut());
    await two.waitForFunction(() => globalThis.tab.kinds().at(-1) === 'signed-out');
  });

  test('the store conforms', async () => {
    const page = await open();
    expect(await page.evaluate(() => globalThis.tab.faults())).toEqual([]);
  });
});
