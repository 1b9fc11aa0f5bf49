/** What the runtime has for callers, by module; the rest of it is for the emitted files. */
export interface PublicNames {
  readonly from: string;
  /** The file that has to be in the output; absent for what always is. */
  readonly beside?: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
}

export const runtimeNames: readonly PublicNames[] = [
  {
    from: './runtime/index.js',
    values: ['OperationError', 'followingRedirects', 'idempotencyKey', 'isRetryable', 'retrying', 'unwrap'],
    types: [
      'Authenticator',
      'CallOptions',
      'Client',
      'Credential',
      'CredentialRequest',
      'CredentialSource',
      'Failure',
      'Hooks',
      'Layer',
      'Policy',
      'Retrying',
      'ServerSentEvent',
      'ValidationPolicy',
    ],
  },
  {
    from: './runtime/validation/index.js',
    values: ['ValidationError'],
    types: ['Issue', 'StandardSchemaV1', 'Validated', 'Validator'],
  },
  {
    from: './session.js',
    beside: 'session.ts',
    values: ['createSession'],
    types: ['CreateSessionOptions', 'SessionRefusal'],
  },
  {
    from: './runtime/session/index.js',
    beside: 'session.ts',
    values: ['fileStore', 'memoryStore', 'webStore'],
    types: [
      'FileStoreOptions',
      'RefreshFailure',
      'Session',
      'SessionOptions',
      'SessionRecord',
      'SessionState',
      'SessionStore',
      'Tokens',
      'WebStoreOptions',
    ],
  },
];
