/** Files become text: ts-morph prints each form of declaration once, and what tells one from another goes into its frame. */
import { printStructure, type Structures } from 'ts-morph';
import { Code, comment, indent, leading } from './code.js';
import type { Declaration } from './declaration.js';
import type { CodeFile, FileModel, GeneratedFile } from './file.js';
import { importsOf } from './imports.js';
import { formOfModule, type ModuleDeclaration, moduleHoles, moduleStructure } from './modules.js';
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
  const imports = importsOf(file.imports, text).map(printModule);
  return `${imports.length && text ? `${imports.join('\n')}\n\n` : ''}${text || 'export {};'}\n`;
}

const isExport = ({ kind }: Declaration): boolean => kind === 're-export' || kind === 'export-all';

/** The text of one declaration, with its comment. */
export function printDeclaration(declaration: Declaration): string {
  if (declaration.kind === 'export-all' || declaration.kind === 're-export') return printModule(declaration);
  const docs = declaration.docs ? comment(declaration.docs).text : '';
  const frame = frameOf(formOf(declaration), () => structure(declaration, MARK));
  return withoutTrailing((docs === '' ? '' : `${docs}\n`) + fill(frame, holesOf(declaration)));
}

/** An import or an export of another module. There may be thousands of names in it, which ts-morph would go through letter by letter. */
function printModule(module: ModuleDeclaration): string {
  const frame = frameOf(formOfModule(module), () => moduleStructure(module, MARK));
  const holes = moduleHoles(module);
  return frame.reduce((text, piece, i) => text + (holes[i - 1] ?? '') + piece);
}

/** The text around what tells a declaration from others: a piece more than there are holes. */
type Frame = readonly string[];

/**
 * Declarations of the same form have the same frame, so that ts-morph, which takes as long for one of them as all the rest here for ten,
 * is asked once for each form.
 */
function frameOf(form: string, structure: () => Structures): Frame {
  const known = frames.get(form);
  if (known) return known;
  const marked = printStructure(structure(), { indentNumberOfSpaces: 2, useSingleQuote: true });
  // No code of ours holds a raw control character, so a mark cannot be mistaken. Quotes and the space inside braces come with what fills it.
  const frame = withoutTrailing(marked).replace(`{ ${MARK} }`, `{${MARK}}`).replace(`'${MARK}'`, MARK).split(MARK);
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
