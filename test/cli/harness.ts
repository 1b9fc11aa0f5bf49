/** Commands in a folder of their own. The pipeline alone is a double: a document is the text of the files that it becomes. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import pc from 'picocolors';
import { onTestFinished } from 'vitest';
import type { ExitCode } from '../../src/cli/exit.js';
import type { Pipeline } from '../../src/cli/pipeline.js';
import { run } from '../../src/cli/program.js';
import type { Terminal } from '../../src/cli/terminal.js';
import type { Diagnostic } from '../../src/diagnostics.js';
import { alone } from '../../src/output/owner.js';

export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

export interface Project {
  readonly root: string;
  /** How often a document was generated: a stamp makes it fewer than the runs. */
  readonly generations: () => number;
  put(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  run(...args: readonly string[]): Promise<Ran>;
  /** The same with a pipeline and a terminal that differ. */
  runWith(
    changes: { readonly pipeline?: Pipeline; readonly terminal?: Partial<Terminal>; readonly build?: string },
    ...args: readonly string[]
  ): Promise<Ran>;
}

/**
 * A document for the double: each line `file: content` is a generated file, each line `! level code message` a diagnostic.
 */
const double =
  (count: () => void): Pipeline =>
  async (options, { cwd, readStdin }) => {
    count();
    const file = String(options.input);
    let text: string;
    try {
      text = file === '-' ? new TextDecoder().decode(await readStdin()) : readFileSync(resolve(cwd, file), 'utf8');
    } catch {
      const missing: Diagnostic = {
        file,
        line: 1,
        column: 1,
        level: 'error',
        code: 'unreadable-document',
        message: 'there is no such file',
        pointer: '#',
      };
      return { files: [], diagnostics: [missing], inputs: [] };
    }
    const diagnostics = text.split('\n').flatMap((line, i): Diagnostic[] => {
      const [, level, code, message] = /^! (error|warning|info) (\S+) (.*)$/.exec(line) ?? [];
      if (level !== 'error' && level !== 'warning' && level !== 'info') return [];
      return [{ file, line: i + 1, column: 1, level, code: code ?? '', message: message ?? '', pointer: `#/${i}` }];
    });
    const files = text.split('\n').flatMap((line) => {
      const [, path, content] = /^([\w/.]+): (.*)$/.exec(line) ?? [];
      return path === undefined ? [] : [{ path, text: `${content}\n` }];
    });
    const failed = diagnostics.some(({ level }) => level === 'error');
    const inputs = file === '-' ? [] : [{ path: file, hash: createHash('sha256').update(text).digest('hex') }];
    return { files: failed ? [] : files, diagnostics, inputs };
  };

export function project(files: Readonly<Record<string, string>> = {}): Project {
  const root = mkdtempSync(join(tmpdir(), 'specwright-test-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let generations = 0;
  const self: Project = {
    root,
    generations: () => generations,
    put(entries) {
      for (const [path, text] of Object.entries(entries)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    },
    read: (path) => readFileSync(join(root, path), 'utf8'),
    run: (...args) => self.runWith({}, ...args),
    async runWith({ pipeline = double(() => generations++), terminal, build = 'a' }, ...args) {
      let [out, err] = ['', ''];
      const plain = pc.createColors(false);
      const machine: Terminal = {
        cwd: root,
        env: { XDG_CACHE_HOME: join(root, '.cache') },
        interactive: false,
        colors: { out: plain, err: plain },
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        readStdin: async () => Buffer.from('a.ts: from standard input'),
        ask: async () => undefined,
        interrupted: Promise.resolve(),
        run: alone,
        holdSignals: () => undefined,
        ...terminal,
      };
      const code = await run(args, { terminal: machine, pipeline: async () => pipeline, build: async () => build });
      return { code, out, err };
    },
  };
  self.put(files);
  return self;
}
