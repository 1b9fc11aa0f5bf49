export type { Auth, Authenticator, Credential, CredentialRequest, CredentialSource } from './auth.js';
export { jsonBody } from './bodies/json.js';
export { type CallOptions, type Client, type ClientOptions, createClient, type Policy, type ValidationPolicy } from './client.js';
export { type Calls, type Finished, type Hooks, type Watched, watching } from './hooks.js';
export type { Call, Draft, Encoder, Input, Layer, Operation, Outcome, ResponseReader, Step } from './operation.js';
export { cookieParameter, header, query } from './parameters/encoders.js';
export { type Escape, escaped, reserved, reservedInPath, verbatim } from './parameters/escape.js';
export { type Piece, path } from './parameters/path.js';
export {
  asJson,
  cookie,
  cookieExploded,
  deepObject,
  form,
  formExploded,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  pipeDelimited,
  type Style,
  simple,
  simpleExploded,
  spaceDelimited,
} from './parameters/styles.js';
export { json } from './responses/json.js';
export { none } from './responses/none.js';
export type {
  Aborted,
  Answer,
  AnyResult,
  Failure,
  InvalidRequest,
  InvalidResponse,
  NetworkError,
  Problem,
  Success,
  TimedOut,
  UndocumentedStatus,
} from './result.js';
export { isRetryable } from './retryable.js';
export { send } from './send.js';
export type { Status1XX, Status2XX, Status3XX, Status4XX, Status5XX, StatusCode } from './status.js';
export { OperationError, unwrap } from './unwrap.js';
