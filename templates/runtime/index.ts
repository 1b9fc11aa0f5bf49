/** What generated code is made of, and what its callers need besides. Of all this only what a bundle uses is in it. */
export type { Auth, Authenticator, Credential, CredentialRequest, CredentialSource } from './auth.js';
export { bodyChoice } from './bodies/choice.js';
export { eventFields, jsonEvent, jsonLine, jsonRecord } from './bodies/framed.js';
export { jsonBody } from './bodies/json.js';
export { multipartBody, type Part } from './bodies/multipart.js';
export { rawBody } from './bodies/raw.js';
export { sequenceBody } from './bodies/sequence.js';
export { urlencodedBody } from './bodies/urlencoded.js';
export { type CallOptions, type Client, type ClientOptions, createClient, type Policy, type ValidationPolicy } from './client.js';
export { exact } from './exact.js';
export { multipartValue, partsValue } from './forms/multipart.js';
export { urlencodedValue } from './forms/urlencoded.js';
export { type Calls, type Finished, type Hooks, type Watched, watching } from './hooks.js';
export { linkedInput } from './links.js';
export type { Call, Encoder, Input, Layer, Operation, ResponseReader, Step } from './operation.js';
export { byCursor, byLink, byOffset } from './pagination/following.js';
export { itemsOf, listAt, pages } from './pagination/pages.js';
export { asBigInt, asBoolean, asNumber, asScalar, asText, explodedOf, fromJson, listOf, objectOf } from './parameters/decode.js';
export { deepList, deepMembers, deepText } from './parameters/deep.js';
export { cookieParameter, header, query } from './parameters/encoders.js';
export { escaped, reserved, reservedInForm, reservedInPath, verbatim } from './parameters/escape.js';
export { asForm, fromForm, plainForm } from './parameters/form-content.js';
export { deep, each, type Fields, file, files, listed, one, oneOrEach, orVacant, paired, spread } from './parameters/gather.js';
export { path } from './parameters/path.js';
export { querystringForm, querystringJson, querystringText } from './parameters/querystring.js';
export {
  asJson,
  cookie,
  cookieExploded,
  deepObject,
  form,
  formExploded,
  itemwise,
  label,
  labelExploded,
  matrix,
  matrixExploded,
  pipeDelimited,
  plainJson,
  type Style,
  simple,
  simpleExploded,
  spaceDelimited,
} from './parameters/styles.js';
export { followingRedirects } from './redirects.js';
export { binary } from './responses/binary.js';
export { byteStream } from './responses/byte-stream.js';
export { responseChoice } from './responses/choice.js';
export { denied } from './responses/denied.js';
export { formAnswer } from './responses/form.js';
export { withHeaders } from './responses/headers.js';
export { json } from './responses/json.js';
export { none } from './responses/none.js';
export { text } from './responses/text.js';
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
export { idempotencyKey } from './retry/idempotency-key.js';
export { type Retrying, retrying } from './retry/retrying.js';
export { isRetryable } from './retryable.js';
export { credentials } from './security/credentials.js';
export { apiKeyCookie, apiKeyHeader, apiKeyQuery, basic, bearer, httpScheme, mutualTls } from './security/placements.js';
export { send } from './send.js';
export { events, jsonEvents, type ServerSentEvent } from './sequences/events.js';
export { jsonLines, jsonSequence } from './sequences/json.js';
export { serverUrl } from './server-url.js';
export type { Status1XX, Status2XX, Status3XX, Status4XX, Status5XX, StatusCode } from './status.js';
export { OperationError, unwrap } from './unwrap.js';
