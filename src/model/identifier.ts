/** A string that is a TypeScript identifier, reserved nowhere, shadowing nothing that the output uses. Only `names.ts` makes one. */
export type Identifier = string & { readonly [identifier]: true };
declare const identifier: unique symbol;
