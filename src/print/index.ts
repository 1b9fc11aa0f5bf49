/** Files become text: one call of ts-morph's printer a declaration, no parse, no edit afterwards. */
import { printStructure, type StatementStructures, type Structures } from 'ts-morph';
import { Code, comment, indent, leading } from './code.js';
import type { Declaration } from './declaration.js';
import type { CodeFile, FileModel, GeneratedFile } from './file.js';
import { importStructures } from './imports.js';
import { structure } from './structures.js';
import { render } from './templates.js';

export function print(files: readonly FileModel[]): GeneratedFile[] {
  const header = render('shared/header', {}).text.trimEnd();
  const unchecked = render('shared/unchecked', {}).text.trimEnd();
  return files.map((file) => ({
    path: file.path,
    text: `${file.unchecked ? `${header}\n${unchecked}` : header}\n\n${file.kind === 'text' ? file.text.replace(/\n*$/, '\n') : printCode(file)}`,
  }));
}

function printCode(file: CodeFile): string {
  const statements = file.statements
    .map((each) => ({
      text: (each instanceof Code ? withoutTrailing(each.text) : printDeclaration(each)).trim(),
      isExport: !(each instanceof Code) && isExport(each),
    }))
    .filter(({ text }) => text !== '');
  // One-line neighbours and exports stand together; everything else has air around it.
  const isClose = (i: number): boolean =>
    [i - 1, i].every((each) => !statements[each]?.text.includes('\n') || statements[each].isExport);
  const body = statements.map(({ text }, i) => `${i === 0 ? '' : isClose(i) ? '\n' : '\n\n'}${text}`);
  const text = body.join('');
  const imports = importStructures(file.imports, text).map(printed);
  return `${imports.length && text ? `${imports.join('\n')}\n\n` : ''}${text || 'export {};'}\n`;
}

const isExport = ({ kind }: Declaration): boolean => kind === 're-export' || kind === 'export-all';

/** The text of one declaration, with its comment. */
export function printDeclaration(declaration: Declaration): string {
  const codes: Code[] = [];
  // No code of ours holds a raw control character, so a mark cannot be mistaken.
  const frame = frameOf(
    structure(declaration, (code) => `\u0001${codes.push(code) - 1}\u0001`),
    declaration.kind,
  );
  const docs = 'docs' in declaration && declaration.docs ? comment(declaration.docs).text : '';
  return withoutTrailing((docs === '' ? '' : `${docs}\n`) + fill(frame, codes));
}

/**
 * The text of a structure with its marks. Declarations of the same form have the same frame, so that ts-morph, which takes as long
 * for one of them as all the rest here for ten, is asked once for each form.
 */
function frameOf(structure: StatementStructures, kind: Declaration['kind']): string {
  // Names are written by a function, which has no form to compare.
  if (kind === 're-export') return printed(structure);
  const form = JSON.stringify(structure);
  const known = frames.get(form);
  if (known !== undefined) return known;
  const frame = printed(structure);
  frames.set(form, frame);
  return frame;
}
const frames = new Map<string, string>();

/** Puts the code in the places of its marks, indented like the line of the mark. */
function fill(frame: string, codes: readonly Code[]): string {
  const [first = '', ...rest] = frame.split('\u0001');
  let text = first;
  rest.forEach((piece, i) => {
    // Marks and text between them alternate.
    if (i % 2 === 1) text += piece;
    else {
      text += indent(codes[Number(piece)]?.text ?? '', leading(text));
    }
  });
  return text;
}

/** No literal of ours spans lines, so white space before a line break is never part of one. */
const withoutTrailing = (text: string): string => (/[ \t](?:\n|$)/.test(text) ? text.replace(/[ \t]+$/gm, '') : text);

const printed = (structure: Structures): string => printStructure(structure, { indentNumberOfSpaces: 2, useSingleQuote: true });
