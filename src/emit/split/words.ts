/** The names that emitted code mentions: words outside strings and comments that are neither members nor keys. */
import type { Code } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';

export function wordsOf(declaration: Declaration): readonly string[] {
  return codesOf(declaration).flatMap(wordsIn);
}

function codesOf(declaration: Declaration): readonly Code[] {
  switch (declaration.kind) {
    case 'type':
      return [declaration.type];
    case 'function':
      return [declaration.returns, ...declaration.parameters.map(({ type }) => type), declaration.body];
    case 'constant':
      return [...(declaration.type ? [declaration.type] : []), declaration.value];
    case 're-export':
    case 'export-all':
      return [];
    default:
      return declaration satisfies never;
  }
}

function wordsIn({ text }: Code): readonly string[] {
  // A regular expression is all that there is of a constant, or there is none.
  if (/^\/[^*]/.test(text)) return [];
  return Array.from(text.matchAll(TOKEN), ([, word]) => word).filter((word) => word !== undefined);
}
const TOKEN = /'(?:[^'\\]|\\.)*'|\/\*[\s\S]*?\*\/|(?<![\w$.])([A-Za-z_$][\w$]*)(?![\w$]|\??:)/g;
