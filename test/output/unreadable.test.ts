/** A file of the output that the operating system does not give. Who runs the tests may be allowed everything, so it is told to. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { plan } from '../../src/output/plan.js';

vi.mock('../../src/output/folder.js', async (original) => {
  const folder = await original<typeof import('../../src/output/folder.js')>();
  const refused = (path: string): Error => Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'open', path });
  return {
    ...folder,
    readText: (at: import('../../src/output/folder.js').Folder, path: string): string => {
      if (path === 'secret.ts') throw refused(join(at.path, path));
      return folder.readText(at, path);
    },
  };
});

test('is a finding and no fault', async () => {
  const path = mkdtempSync(join(tmpdir(), 'specwright-unreadable-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  writeFileSync(join(path, 'secret.ts'), '');
  const request = {
    folder: { path, name: 'out' },
    files: [{ path: 'secret.ts', text: 'export {};\n' }],
    maker: { version: '1', settings: {} },
    replaceForeign: true,
    keepLayout: true,
  };
  const { plan: made, findings } = await plan(request);
  expect(made).toBeUndefined();
  expect(findings).toMatchObject([
    {
      rule: { code: 'output-unreadable' },
      message: 'this cannot be read: permission denied',
      position: { file: 'out/secret.ts' },
    },
  ]);
});
