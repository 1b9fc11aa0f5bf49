/** Imports and exports of other modules as ts-morph structures, with marks for what tells one from another. */
import { type ExportDeclarationStructure, type ImportDeclarationStructure, StructureKind } from 'ts-morph';
import { literal } from './code.js';
import type { ExportAll, ReExport } from './declaration.js';
import { listed } from './names.js';

export type ModuleDeclaration = ImportedNames | ImportedNamespace | ReExport | ExportAll;

/** `import { isToken, type Issue } from './validators.js';` */
export interface ImportedNames {
  readonly kind: 'import-names';
  readonly from: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}
/** `import type * as types from './types.js';` */
export interface ImportedNamespace {
  readonly kind: 'import-namespace';
  readonly from: string;
  readonly name: string;
  readonly isTypeOnly: boolean;
}

/** All that tells the frame of a declaration from others. */
export function formOfModule(module: ModuleDeclaration): string {
  const { kind } = module;
  return `${kind} ${isTypeOnly(module)} ${kind === 'import-namespace' ? module.name : ''}`;
}

/** What goes into the frame, in the order of its marks. */
export function moduleHoles(module: ModuleDeclaration): readonly string[] {
  const from = literal(module.from).text;
  if (module.kind === 'export-all' || module.kind === 'import-namespace') return [from];
  return [listed(module.values ?? [], module.types ?? []), from];
}

/** `mark` stands for the names between the braces, and for the module. */
export function moduleStructure(
  module: ModuleDeclaration,
  mark: string,
): ExportDeclarationStructure | ImportDeclarationStructure {
  const all = { moduleSpecifier: mark, isTypeOnly: isTypeOnly(module) };
  switch (module.kind) {
    case 'import-names':
      return { kind: StructureKind.ImportDeclaration, ...all, namedImports: [mark] };
    case 'import-namespace':
      return { kind: StructureKind.ImportDeclaration, ...all, namespaceImport: module.name };
    case 're-export':
      return { kind: StructureKind.ExportDeclaration, ...all, namedExports: [mark] };
    case 'export-all':
      return { kind: StructureKind.ExportDeclaration, ...all };
    default:
      return module satisfies never;
  }
}

const isTypeOnly = (module: ModuleDeclaration): boolean =>
  'isTypeOnly' in module ? module.isTypeOnly : (module.values ?? []).length === 0;
