/** The part of js-yaml 4 that is used here; the package brings no declarations. */
declare module 'js-yaml' {
  interface TypeOptions {
    readonly kind: 'scalar' | 'sequence' | 'mapping';
    resolve(data: string | null): boolean;
    construct(data: string | null): unknown;
  }
  export class Type {
    constructor(tag: string, options: TypeOptions);
  }
  export class Schema {
    extend(types: { readonly implicit?: readonly Type[]; readonly explicit?: readonly Type[] }): Schema;
  }
  export const FAILSAFE_SCHEMA: Schema;
  export const types: { readonly merge: Type };
  export class YAMLException extends Error {
    readonly reason: string;
    /** Counted from 0. Absent where the failure has no place. */
    readonly mark?: { readonly line: number; readonly column: number; readonly position: number };
  }
  /** Called before and after each node, keys included. */
  export type Listener = (
    event: 'open' | 'close',
    state: { readonly input: string; readonly position: number; readonly result: unknown },
  ) => void;
  interface LoadOptions {
    readonly schema: Schema;
    readonly maxDepth: number;
    readonly maxTotalMergeKeys: number;
    readonly listener: Listener;
  }
  export function load(text: string, options: LoadOptions): unknown;
}
