/**
 * What has a name at the top level of a file. Every field is `Code`, so no string of the document can stand raw in one,
 * except in `docs`, which become a comment.
 */
import type { Identifier } from '../model/identifier.js';
import { type Code, type Docs, settled } from './code.js';

export type Declaration = NamedDeclaration | ReExport | ExportAll;
export type NamedDeclaration = TypeDeclaration | FunctionDeclaration | ConstantDeclaration;

interface Named {
  readonly name: Code;
  readonly docs?: Docs;
  /** Default: true. */
  readonly exported?: boolean;
  /** The schema or operation that it is made for, with which it goes where a module is split. */
  readonly owner?: Identifier;
}

/** `export type Token = …;` */
export interface TypeDeclaration extends Named {
  readonly kind: 'type';
  readonly typeParameters?: readonly Code[];
  readonly type: Code;
}

/** `export function isToken(value: unknown): value is types.Token { … }` */
export interface FunctionDeclaration extends Named {
  readonly kind: 'function';
  readonly async?: boolean;
  readonly typeParameters?: readonly Code[];
  readonly parameters: readonly Parameter[];
  readonly returns: Code;
  /** The statements, without the braces and from the left margin. */
  readonly body: Code;
}
export interface Parameter {
  readonly name: Code;
  readonly type: Code;
  readonly optional?: boolean;
}

/** `export const Token: Validator<Token> = …;` */
export interface ConstantDeclaration extends Named {
  readonly kind: 'constant';
  /** Absent for what `isolatedDeclarations` accepts without: a constant that is not exported. */
  readonly type?: Code;
  readonly value: Code;
}

/** `export { Token, type Issue } from './validators.js';` */
export interface ReExport {
  readonly kind: 're-export';
  readonly from: string;
  readonly values?: readonly string[];
  readonly types?: readonly string[];
}

/** `export * from './validators/p.js';` */
export interface ExportAll {
  readonly kind: 'export-all';
  readonly from: string;
  /** `export type *`: nothing is loaded for it. */
  readonly isTypeOnly: boolean;
}

/** See `settled` of code: for every declaration of which a document has many. */
export function settle(declaration: NamedDeclaration): NamedDeclaration {
  switch (declaration.kind) {
    case 'type':
      return { ...declaration, type: settled(declaration.type) };
    case 'function':
      return { ...declaration, body: settled(declaration.body) };
    case 'constant':
      return { ...declaration, value: settled(declaration.value) };
    default:
      return declaration satisfies never;
  }
}
