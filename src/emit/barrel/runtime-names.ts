/** What the runtime has for callers, by module; the rest of it is for the emitted files. */
export interface PublicNames {
  readonly from: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

export const runtimeNames: readonly PublicNames[] = [
  {
    from: './runtime/index.js',
    values: ['OperationError', 'createClient', 'isRetryable', 'unwrap'],
    types: [
      'Auth',
      'Authenticator',
      'CallOptions',
      'Client',
      'ClientOptions',
      'Credential',
      'CredentialRequest',
      'CredentialSource',
      'Hooks',
      'Policy',
      'ValidationPolicy',
    ],
  },
  {
    from: './runtime/validation/index.js',
    values: ['ValidationError'],
    types: ['Issue', 'StandardSchemaV1', 'Validated', 'Validator'],
  },
];
