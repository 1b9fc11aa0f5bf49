/** Where credentials come from. How they are put into a request is in `security/`. */

/** A credential as it goes on the wire without its place: the value of an apiKey, a bearer token, `user:password` for basic. */
export type Credential = string | undefined;

export interface CredentialRequest {
  /** The name of the security scheme. */
  readonly scheme: string;
  /** The name of the operation's function. */
  readonly operation: string;
  readonly signal?: AbortSignal;
}

/** `undefined`, given or returned: there is none now. */
export type CredentialSource = Credential | ((request: CredentialRequest) => Credential | Promise<Credential>);

/** Something that supplies credentials and can get new ones: a session. */
export interface Authenticator {
  credential(request: CredentialRequest): Promise<Credential> | Credential;
  /** Asked once after a 401 from an operation that sent `credential`. True: repeat the request once with a new one. Never rejects. */
  renew(request: CredentialRequest, credential: string, response: Response): Promise<boolean>;
}

/** By the name of the security scheme. */
export type Auth = Readonly<Record<string, CredentialSource | Authenticator>>;
