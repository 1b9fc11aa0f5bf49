/**
 * What has a name at the top level of a file. Every field is `Code`, so no string of the document can stand raw in one,
 * except in `docs`, which become a comment.
 */
import type { Code, Docs } from './code.js';

export type Declaration = TypeDeclaration | FunctionDeclaration | ConstantDeclaration | ReExport;

interface Named {
  readonly name: Code;
  readonly docs?: Docs;
  /** Default: true. */
  readonly exported?: boolean;
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
