/** Symbols and types as a reader of the generated code knows them. */
import { quote } from '../../diagnostics.js';
import { type TypeScope, typeOf } from '../../emit/types/index.js';
import type { Schema } from '../../model/schema.js';
import type { SymbolPath } from '../compare/changes.js';
import type { Step } from '../compare/schemas/difference.js';

/** Longer types are cut: the whole is in the generated file. */
const LONGEST = 240;

export function typeText(shown: Schema | string | undefined, scope: TypeScope): string | undefined {
  if (shown === undefined || typeof shown === 'string') return shown;
  const text = onOneLine(typeOf(bare(shown), scope).text).replaceAll('; }', ' }');
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** Alternatives that have lines of their own begin with a bar each, and the first needs none beside what stands before it. */
const onOneLine = (text: string): string => text.replace(/(^|[:=(&<,[] ?)\n\s*\| /g, '$1').replace(/\n\s*/g, ' ');

/** Without comments, which would stand between the members. */
function bare(schema: Schema): Schema {
  const copy = structuredClone(schema);
  strip(copy);
  return copy;
}
function strip(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  Reflect.deleteProperty(node, 'docs');
  Reflect.deleteProperty(node, 'descriptions');
  Reflect.deleteProperty(node, 'contentEncoding');
  Reflect.deleteProperty(node, 'contentMediaType');
  // A format that is no part of the type would be one.
  if ('format' in node && !isBranded(node.format)) Reflect.deleteProperty(node, 'format');
  // The values of an enumeration are the document's own, whatever their members are called.
  if (Reflect.get(node, 'kind') !== 'literal') for (const member of Object.values(node)) strip(member);
}

const isBranded = (format: unknown): boolean =>
  typeof format === 'object' && format !== null && 'branded' in format && format.branded === true;

/** `Pet['owner']['names'][number]`. */
export function symbolText(symbol: SymbolPath | undefined): string | undefined {
  return symbol && symbol.name + symbol.steps.map(stepText).join('');
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'property':
      return `['${quote(step.name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}']`;
    case 'item':
      return '[number]';
    case 'value':
      return '[string]';
    default:
      return step satisfies never;
  }
}
