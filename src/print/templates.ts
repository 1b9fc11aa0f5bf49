/** Handlebars templates as a way to write `Code`: the text is the template's, and what goes into its holes is quoted like everywhere. */
import { type Code, code } from './code.js';
import { template } from './template-files.js';

/** The files of `templates/`, a test compares. */
export const templateNames = [
  'operations/call',
  'session/create-session',
  'session/granted',
  'shared/header',
  'shared/unchecked',
] as const;
export type TemplateName = (typeof templateNames)[number];

export type Hole = Code | string | number | boolean | null;

/**
 * Fills a template. A `Code` goes in raw, with its lines indented like the line of the hole; everything else as a literal.
 * Throws where the template has a hole that is not given, or has none of a name that is.
 */
export function render(name: TemplateName, holes: Readonly<Record<string, Hole>>): Code {
  const values: Hole[] = [];
  const used = new Set<unknown>();
  // The template sees the names alone; what it prints for a hole is a mark, at which the text is parted.
  const context = Object.fromEntries(Object.keys(holes).map((key) => [key, key]));
  const text = template(name)(context, {
    helpers: {
      quoted: (key) => {
        const value = typeof key === 'string' ? holes[key] : undefined;
        if (value === undefined) throw new Error(`templates/${name}.hbs has a hole that is not filled`);
        used.add(key);
        values.push(value);
        return MARK;
      },
    },
  });
  const unused = Object.keys(holes).find((key) => !used.has(key));
  if (unused !== undefined) throw new Error(`templates/${name}.hbs has no hole ${unused}`);
  const parts = text.replace(/\n$/, '').split(MARK);
  return code(Object.assign(parts, { raw: parts }), ...values);
}
const MARK = '\u0001';
