/** The judge: `@stoplight/prism-cli`, which answers for an API by its document alone and shares no code with us. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

const PACKAGE = '@stoplight/prism-cli@5.14.2';
/** Milliseconds that it may take to read a document. */
const PATIENCE = 120_000;

/** Installs it into the cache, where it is not there yet, and returns its program. It is no dependency: it brings 185 packages. */
export function installedPrism(cache: string): string {
  const program = join(cache, 'node_modules', '@stoplight', 'prism-cli', 'dist', 'index.js');
  if (existsSync(program)) return program;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', PACKAGE], { cwd: cache, stdio: 'inherit' });
  return program;
}

export interface Served {
  readonly url: string;
  /** What it has had against requests since it was asked last. */
  violations(): readonly string[];
  stop(): void;
}

/** A server for the document at `path`, on the loopback interface. Rejects where it does not come up. */
export async function serve(program: string, path: string): Promise<Served> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [program, 'mock', '--host', '127.0.0.1', '--port', String(port), '--cors', 'false', path],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  try {
    await listening(child);
  } catch (cause) {
    child.kill();
    throw cause;
  }
  // What it says of each call is read all the time, so that it never waits for a reader.
  let heard = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      heard += chunk.toString();
    });
  }
  return {
    url: `http://127.0.0.1:${port}`,
    violations: () => {
      const found = heard.split('\n').flatMap((line) => /Violation: (request\b.*)/.exec(line)?.[1] ?? []);
      heard = '';
      return [...new Set(found)];
    },
    stop: () => void child.kill(),
  };
}

function listening(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no server after ${PATIENCE} ms: ${said.slice(-500)}`)), PATIENCE);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (!said.includes('Prism is listening')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('exit', () => {
      clearTimeout(timer);
      reject(new Error(`the server ended: ${said.slice(-500)}`));
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port is free')),
      );
    });
  });
}
