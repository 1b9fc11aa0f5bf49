/**
 * The interface that form, router and RPC libraries share, version 1: types only, written after the specification.
 * @see https://standardschema.dev
 */
export interface StandardSchemaV1<T> {
  readonly version: 1;
  readonly vendor: string;
  readonly validate: (value: unknown) => StandardResult<T>;
  readonly types?: { readonly input: T; readonly output: T } | undefined;
}
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path?: readonly (string | number)[] | undefined }[] };
