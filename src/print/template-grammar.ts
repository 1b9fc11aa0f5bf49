/**
 * What a template may hold: text, comments and plain holes, `{{name}}`. Nothing in it decides, repeats or prints raw: templates are
 * chosen in TypeScript, and lists are joined there. Every hole is rewritten to a call of the helper `quoted`, so there is
 * no spelling of a hole that goes round it.
 */
import Handlebars from 'handlebars';

/** The template as Handlebars' own syntax tree, every hole quoted. Throws an Error with the line for anything else. */
export function parseTemplate(name: string, text: string): hbs.AST.Program {
  const program = Handlebars.parse(text);
  program.body = program.body.map((statement) => {
    switch (statement.type) {
      case 'ContentStatement':
      case 'CommentStatement':
        return statement;
      case 'MustacheStatement':
        return quoted(name, statement as hbs.AST.MustacheStatement);
      default:
        throw refused(name, statement, statement.type);
    }
  });
  return program;
}

function quoted(name: string, hole: hbs.AST.MustacheStatement): hbs.AST.MustacheStatement {
  const path = hole.path as hbs.AST.PathExpression;
  if (!hole.escaped) throw refused(name, hole, 'a raw hole');
  if (hole.params.length > 0 || hole.hash?.pairs?.length) throw refused(name, hole, 'a helper');
  if (path.type !== 'PathExpression' || path.data || path.depth > 0 || path.parts.length !== 1)
    throw refused(name, hole, 'a hole that is no plain name');
  const helper: hbs.AST.PathExpression = { ...path, parts: ['quoted'], original: 'quoted' };
  return { ...hole, path: helper, params: [path] };
}

const refused = (name: string, { loc }: hbs.AST.Node, what: string): Error =>
  new Error(`templates/${name}.hbs:${loc.start.line}: ${what} is not allowed in a template`);

/** Handlebars knows no helper but ours, and escapes nothing by itself. */
export const compileOptions = { noEscape: true, knownHelpersOnly: true, knownHelpers: { quoted: true } } as const;
