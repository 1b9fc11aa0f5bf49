/** One mutated document, generated twice: what may not happen, whatever it holds. */
import ts from 'typescript';
import { complete } from '../../src/config/resolve.js';
import { type Generated, generate } from '../../src/generate.js';
import type { Options } from '../../src/options.js';

export interface Trial {
  readonly generated: boolean;
  readonly bytes: number;
  /** Undefined where all is well. */
  readonly fault?: string;
}

export async function trial(input: Options['input']): Promise<Trial> {
  try {
    const options = complete({ input, output: 'output' });
    const first = await generate(options);
    const second = await generate(options);
    const { files, diagnostics } = first;
    const fault = differences(first, second) ?? contradiction(first) ?? syntaxError(first);
    const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
    if (diagnostics.some(({ line, column }) => line < 1 || column < 1))
      return { generated: false, bytes, fault: 'a diagnostic without a place' };
    return { generated: files.length > 0, bytes, ...(fault !== undefined && { fault }) };
  } catch (cause) {
    const stack = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    return { generated: false, bytes: 0, fault: stack.split('\n').slice(0, 4).join(' ') };
  }
}

function differences(first: Generated, second: Generated): string | undefined {
  if (JSON.stringify(first.diagnostics) !== JSON.stringify(second.diagnostics)) return 'other diagnostics the second time';
  if (first.files.length !== second.files.length) return 'other files the second time';
  const changed = first.files.find(({ path, text }, i) => second.files[i]?.path !== path || second.files[i]?.text !== text);
  return changed && `another ${changed.path} the second time`;
}

function contradiction({ files, diagnostics }: Generated): string | undefined {
  const refused = diagnostics.some(({ level }) => level === 'error');
  if (refused && files.length > 0) return 'files in spite of an error';
  return !refused && files.length === 0 ? 'refused without a word' : undefined;
}

function syntaxError({ files }: Generated): string | undefined {
  for (const { path, text } of files) {
    if (path.startsWith('runtime/')) continue;
    const { diagnostics = [] } = ts.transpileModule(text, {
      fileName: path,
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ES2022 },
    });
    for (const { messageText } of diagnostics) return `${path}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  }
  return undefined;
}
