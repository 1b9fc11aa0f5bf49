/** The templates compiled ahead, in the place of `src/print/template-files.ts`: the package then needs Handlebars' runtime only. */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import Handlebars from 'handlebars';
import { compileOptions, parseTemplate } from '../../src/print/template-grammar.js';
import { templateNames } from '../../src/print/templates.js';
import { templatesFolder } from '../../src/templates-folder.js';

export const compiledTemplates: Plugin = {
  name: 'compiled-templates',
  setup(build) {
    build.onLoad({ filter: /[\\/]print[\\/]template-files\.ts$/ }, () => ({
      contents: `import Handlebars from 'handlebars/runtime.js';
const compiled = {
${templateNames.map((name) => `${JSON.stringify(name)}: Handlebars.template(${precompiled(name)}),`).join('\n')}
};
export const template = (name) => compiled[name];`,
      loader: 'js',
      watchFiles: templateNames.map((name) => new URL(`${name}.hbs`, templatesFolder).pathname),
    }));
  },
};

function precompiled(name: string): string {
  const text = readFileSync(new URL(`${name}.hbs`, templatesFolder), 'utf8');
  return String(Handlebars.precompile(parseTemplate(name, text), compileOptions));
}
