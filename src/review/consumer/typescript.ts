import { createRequire } from 'node:module';
import type TypeScript from 'typescript';

export type { TypeScript };
export type Compiler = typeof TypeScript;

/**
 * The compiler that the caller's project installed, because its verdict is the one that counts; ours where it has none, or one
 * without a JavaScript API, as TypeScript 7 is.
 */
export async function compilerOf(tsconfig: string): Promise<{ readonly compiler: Compiler; readonly isTheirs: boolean }> {
  const theirs = installed(tsconfig);
  if (theirs) return { compiler: theirs, isTheirs: true };
  const { default: ours } = await import('typescript');
  return { compiler: ours, isTheirs: false };
}

function installed(tsconfig: string): Compiler | undefined {
  try {
    const found: unknown = createRequire(tsconfig)('typescript');
    return isCompiler(found) ? found : undefined;
  } catch {
    // Not installed, or not to be loaded: not the caller's question.
    return undefined;
  }
}
function isCompiler(found: unknown): found is Compiler {
  return (
    typeof found === 'object' &&
    found !== null &&
    typeof Reflect.get(found, 'createProgram') === 'function' &&
    typeof Reflect.get(found, 'parseJsonConfigFileContent') === 'function'
  );
}
