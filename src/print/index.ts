/** Files become text: ts-morph prints each form of declaration once, and what tells one from another goes into its frame. */
import { printStructure, type Structures } from 'ts-morph';
import { Code, comment, indent, leading } from './code.js';
import type { Declaration, NamedDeclaration } from './declaration.js';
import type { CodeFile, FileModel, GeneratedFile } from './file.js';
import { importParts } from './imports.js';
import { listed } from './names.js';
import { formOf, holesOf, structure } from './structures.js';
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
  const imports = importParts(file.imports, text, MARK).map(({ structure, names }) => named(printed(structure), names));
  return `${imports.length && text ? `${imports.join('\n')}\n\n` : ''}${text || 'export {};'}\n`;
}

const isExport = ({ kind }: Declaration): boolean => kind === 're-export' || kind === 'export-all';

/** The text of one declaration, with its comment. */
export function printDeclaration(declaration: Declaration): string {
  if (declaration.kind === 'export-all') return printed(structure(declaration, MARK));
  if (declaration.kind === 're-export')
    return named(printed(structure(declaration, MARK)), listed(declaration.values ?? [], declaration.types ?? []).text);
  const docs = declaration.docs ? comment(declaration.docs).text : '';
  return withoutTrailing((docs === '' ? '' : `${docs}\n`) + fill(frameOf(declaration), holesOf(declaration)));
}

/** Names are put in afterwards as well: ts-morph goes through what it writes letter by letter, and there may be thousands. */
const named = (text: string, names = ''): string => text.replace(`{ ${MARK} }`, () => `{${names}}`);

/** The text around the code of a declaration: a piece more than there are holes. */
type Frame = readonly string[];

/**
 * Declarations of the same form have the same frame, so that ts-morph, which takes as long for one of them as all the rest here for ten,
 * is asked once for each form.
 */
function frameOf(declaration: NamedDeclaration): Frame {
  const form = formOf(declaration);
  const known = frames.get(form);
  if (known) return known;
  // No code of ours holds a raw control character, so a mark cannot be mistaken.
  const marked = printed(structure(declaration, MARK));
  const frame = withoutTrailing(marked).split(MARK);
  frames.set(form, frame);
  return frame;
}
const frames = new Map<string, Frame>();
const MARK = '\u0001';

/** Puts the code into its places, indented like the line that it begins in. */
function fill([first = '', ...pieces]: Frame, holes: readonly Code[]): string {
  let text = first;
  pieces.forEach((piece, i) => {
    const hole = holes[i];
    if (!hole) throw new Error('a frame has more places than its declaration has code');
    text += (hole.isBroken ? indent(hole.text, leading(text)) : hole.text) + piece;
  });
  return text;
}

/** No literal of ours spans lines, so white space before a line break is never part of one. */
const withoutTrailing = (text: string): string => (/[ \t](?:\n|$)/.test(text) ? text.replace(/[ \t]+$/gm, '') : text);

const printed = (structure: Structures): string => printStructure(structure, { indentNumberOfSpaces: 2, useSingleQuote: true });
