/**
 * The templates, compiled from `templates/` when they are first asked for. The build puts a module in the place of this one that
 * holds them compiled, so that the package needs neither the files nor Handlebars' compiler.
 */
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { templatesFolder } from '../templates-folder.js';
import { compileOptions, parseTemplate } from './template-grammar.js';
import type { TemplateName } from './templates.js';

export type Compiled = (context: object, options: { helpers: { quoted: (value: unknown) => string } }) => string;

const compiled = new Map<TemplateName, Compiled>();

export function template(name: TemplateName): Compiled {
  const known = compiled.get(name);
  if (known) return known;
  const text = readFileSync(new URL(`${name}.hbs`, templatesFolder), 'utf8');
  const made = Handlebars.compile(parseTemplate(name, text), compileOptions);
  compiled.set(name, made);
  return made;
}
