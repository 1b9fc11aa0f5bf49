/** Which of the modules beside it an emitted module needs: an import that nothing uses doesn't compile. */
import type { Code } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';
import type { Import } from '../../print/file.js';

export function importsOf(statements: readonly Declaration[]): readonly Import[] {
  const { types, values } = textsOf(statements);
  // A string literal that holds such a word costs an import that compiles all the same only if it is used, so the words are
  // looked for as they stand in code: after anything but a quote.
  const uses = (text: string, module: string): boolean => new RegExp(`(?<!['\\w.])${module}\\.`).test(text);
  return MODULES.flatMap(({ from, name, isTypes }): readonly Import[] => {
    if (isTypes !== true && uses(values, name)) return [{ from, namespace: name }];
    return uses(types, name) || uses(values, name) ? [{ from, typeNamespace: name }] : [];
  });
}

/** `types.ts` has no values: even in a body, what is of it is a type. */
const MODULES: readonly { readonly from: string; readonly name: string; readonly isTypes?: boolean }[] = [
  { from: './operations.js', name: 'operations' },
  { from: './runtime/index.js', name: 'runtime' },
  { from: './types.js', name: 'types', isTypes: true },
  { from: './validators.js', name: 'validators' },
];

function textsOf(statements: readonly Declaration[]): { readonly types: string; readonly values: string } {
  const types: Code[] = [];
  const values: Code[] = [];
  for (const statement of statements) {
    if (statement.kind === 'type') types.push(statement.type);
    else if (statement.kind === 'constant') values.push(statement.value);
    else if (statement.kind === 'function') {
      types.push(statement.returns, ...statement.parameters.map(({ type }) => type));
      values.push(statement.body);
    }
  }
  return { types: types.join('\n'), values: values.join('\n') };
}
