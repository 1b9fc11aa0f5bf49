/** `operations.ts`: for each operation a function, and the types of its input and of everything that it can come to. */
import type { StatementStructures } from 'ts-morph';
import type { Operation } from '../../model/api.js';
import type { Code } from '../../print/code.js';
import type { FileModel } from '../../print/file.js';
import type { EmitInput, Emitted, Emitter } from '../emitter.js';
import { operationFunction } from './function.js';
import { operationTypes } from './types.js';

export const operations: Emitter = {
  name: 'operations',
  emit({ api }: EmitInput): Emitted {
    const statements = api.operations.flatMap((operation): readonly (StatementStructures | Code)[] => [
      ...operationTypes(operation),
      operationFunction(operation, api),
    ]);
    return { files: statements.length === 0 ? [] : [operationsFile('operations.ts', api.operations, statements)] };
  },
};

function operationsFile(path: string, _: readonly Operation[], statements: readonly (StatementStructures | Code)[]): FileModel {
  return {
    kind: 'code',
    path,
    imports: [
      { from: './runtime/index.js', namespace: 'runtime' },
      { from: './types.js', typeNamespace: 'types' },
      { from: './validators.js', namespace: 'validators' },
    ],
    statements,
  };
}
