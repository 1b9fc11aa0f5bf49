import type { Rule } from '../../diagnostics.js';

const PATCH = 'Correct the document, or patch it with an overlay.';

function rule(code: string, level: Rule['level'], summary: string, action: string, remedy: string = PATCH): Rule {
  return { code, level, summary, action, remedy };
}

export const unknownMember = rule(
  'unknown-member',
  'warning',
  'An object has a member that the specification does not know in that place.',
  'The member is ignored.',
  'Correct its spelling or its place, or begin its name with `x-`.',
);
export const ignoredMember = rule(
  'ignored-member',
  'info',
  'A member that the specification knows has no effect on the generated code.',
  'The member is ignored.',
  'Nothing is needed; the message says why.',
);
export const duplicateOperationId = rule(
  'duplicate-operation-id',
  'warning',
  'Two operations have the same `operationId`.',
  'Both are named after method and path, because which of them a caller means by the name cannot be guessed.',
  'Give one of them another `operationId`, or pin both names with `operations.names` by `METHOD /path`.',
);
export const numericOperationId = rule(
  'numeric-operation-id',
  'warning',
  'An `operationId` is a number, which is what YAML makes of digits without quotes.',
  'It is read as the text of that number; zeros in front of it are lost.',
  'Put it in quotes.',
);
export const missingOperationId = rule(
  'missing-operation-id',
  'info',
  'An operation has no `operationId`.',
  'Its function is named after the method and the path.',
  'Name it with `operations.names`.',
);
export const pathWithoutSlash = rule(
  'path-without-slash',
  'warning',
  'A path does not begin with a slash.',
  'It is called with one in front.',
);
export const invalidPath = rule(
  'invalid-path',
  'error',
  'A path template has an empty or unclosed parameter.',
  'Nothing is written.',
);
export const pathWithQuery = rule(
  'path-with-query',
  'warning',
  'A path holds a query or a fragment.',
  'The query is sent as it is written; the fragment is left out.',
);
export const repeatedPathParameter = rule(
  'repeated-path-parameter',
  'warning',
  'A path template names a parameter twice.',
  'Both places get the same value.',
);
export const unstablePath = rule(
  'unstable-path',
  'warning',
  'A path has a segment `.` or `..`, or a backslash, which a URL does not keep as they are.',
  'The request goes where the URL leads.',
);
export const equivalentPaths = rule(
  'equivalent-paths',
  'warning',
  'Two paths differ in the names of their parameters alone.',
  'Both are generated; a server cannot tell them apart.',
);
export const undeclaredPathParameter = rule(
  'undeclared-path-parameter',
  'error',
  'A path template names a parameter that nobody declares, and the config refuses that.',
  'Nothing is written.',
  'Declare it, or set `operations.undeclaredPathParameters` to `string`.',
);
export const assumedPathParameter = rule(
  'assumed-path-parameter',
  'warning',
  'A path template names a parameter that nobody declares.',
  'A required string parameter is added.',
  'Declare the parameter; `operations.undeclaredPathParameters: refuse` makes it an error.',
);
export const unusedPathParameter = rule(
  'unused-path-parameter',
  'warning',
  'A path parameter is declared that the path template does not name.',
  'The parameter is left out.',
);
export const optionalPathParameter = rule(
  'optional-path-parameter',
  'warning',
  'A path parameter is not `required: true`.',
  'It is required: a URL has no place for an absent segment.',
);
export const invalidParameter = rule(
  'invalid-parameter',
  'warning',
  'A parameter has no name, or its `in` is none of path, query, header, cookie and querystring.',
  'It goes where its name stands in the path, or where its `in` says but for capitals and white space; else it is left out, and cannot be sent.',
);
export const duplicateParameter = rule(
  'duplicate-parameter',
  'warning',
  'Parameters have the same name in the same place, or two are the whole query string.',
  'The last one counts.',
);
export const ignoredHeaderParameter = rule(
  'ignored-header-parameter',
  'info',
  'A header parameter is called Accept, Content-Type or Authorization, which the specification wants ignored.',
  'The parameter is left out; the client sends these headers itself.',
  'Use `responses`, `requestBody.content` and `security` for them.',
);
export const invalidHeaderName = rule(
  'invalid-header-name',
  'warning',
  'The name of a header is no token of HTTP, so that no request and no response can hold it.',
  'The header is left out.',
);
export const duplicateHeader = rule(
  'duplicate-header',
  'warning',
  'Two headers of a response have names that differ in case alone, which HTTP does not tell apart.',
  'The first one counts.',
);
export const parameterWithoutSchema = rule(
  'parameter-without-schema',
  'warning',
  'A parameter or a header has neither `schema` nor `content`.',
  'It takes text.',
);
export const invalidStyle = rule(
  'invalid-style',
  'warning',
  'A parameter has a `style` that the specification does not allow in its place.',
  'The usual style of the place is used.',
);
export const optionalBody = rule(
  'optional-body',
  'info',
  'A request body is not `required: true`, so callers may leave it out.',
  'The body is optional in the type, as the letter has it.',
  'List the operation under `operations.requireBody` where the body is always needed.',
);
export const bodyNotSent = rule(
  'body-not-sent',
  'warning',
  'An operation of the method GET, HEAD or TRACE has a request body, which `fetch` refuses to send.',
  'The body is left out.',
);
export const emptyContent = rule(
  'empty-content',
  'warning',
  'A request body has an empty `content`.',
  'The operation is taken to have no body.',
);
export const contentNotReceived = rule(
  'content-not-received',
  'warning',
  'A response has content that HTTP has no place for: to a HEAD request, or with the status 204, 205, 304 or one below 200.',
  'The body is `undefined`.',
);
export const methodNotSent = rule(
  'method-not-sent',
  'warning',
  'An operation has the method TRACE, TRACK or CONNECT, which `fetch` refuses to send.',
  'It is generated, and a call comes to `network-error` unless the client has a `fetch` of its own.',
);
export const invalidMediaType = rule(
  'invalid-media-type',
  'warning',
  'A key of `content` is no media type, or the same one as another key.',
  'It is left out.',
);
export const wildcardMediaType = rule(
  'wildcard-media-type',
  'info',
  'A media type is a range and does not say how the body is written.',
  'A schema that describes no text and no bytes is taken to be JSON.',
);
export const undecodedMediaType = rule(
  'undecoded-media-type',
  'info',
  'A media type with a structured schema is of a format that is not decoded, such as XML, or a stream of events is described as a text.',
  'The body is text, or events; its schema is not used.',
);
export const missingResponses = rule(
  'missing-responses',
  'warning',
  'An operation documents no response.',
  'Every answer is an undocumented status.',
);
export const invalidStatus = rule(
  'invalid-status',
  'warning',
  'A key of `responses` is neither a status from 100 to 599, nor a range `1XX` to `5XX`, nor `default`.',
  'The response is left out; a range in lower case is read as the range.',
);
export const invalidSecurityScheme = rule(
  'invalid-security-scheme',
  'warning',
  'A security scheme has an unknown type, or lacks what its type needs.',
  'It is left out: its credential is never sent.',
);
export const undefinedSecurityScheme = rule(
  'undefined-security-scheme',
  'warning',
  'A security requirement names a scheme that is not defined.',
  'The alternative that names it is left out.',
);
export const undefinedScope = rule(
  'undefined-scope',
  'info',
  'A security requirement names a scope that no flow of its scheme defines.',
  'The scope is asked for as it is named.',
);
export const duplicateTag = rule(
  'duplicate-tag',
  'info',
  'Two tags of the document have the same name.',
  'The first one counts.',
);
export const sharedHeader = rule(
  'shared-header',
  'warning',
  'A security requirement asks for two credentials that stand in one header.',
  'The last of them is sent, by the names of their schemes; a server that wants both refuses the call.',
  'Make two alternatives of it, or put one of the credentials elsewhere.',
);
export const noteMutualTls = rule(
  'mutual-tls',
  'info',
  'A security scheme is mutualTLS, which a `fetch` client cannot choose by itself.',
  'Nothing is sent for it; give `createClient` a `fetch` that presents the certificate.',
  'Nothing is needed.',
);
export const invalidServer = rule('invalid-server', 'warning', 'A server has no usable `url`.', 'The server is left out.');
export const duplicateServer = rule(
  'duplicate-server',
  'warning',
  'Two servers of one list have the same URL.',
  'The first one counts, with its variables.',
);
export const serverCredentials = rule(
  'server-credentials',
  'warning',
  'A server URL holds a user name or a password.',
  'They are removed from the generated code.',
  'Take them out of the document and pass them as `auth`.',
);
export const undeclaredServerVariable = rule(
  'undeclared-server-variable',
  'warning',
  'A server URL names a variable that is not declared, or a variable has no default.',
  'The variable is text without a default: the caller has to give it.',
);
export const invalidServerVariable = rule(
  'invalid-server-variable',
  'warning',
  'A server variable has a default that is no string or not among its `enum`, an `enum` without strings, or no place in the URL.',
  'It is read as far as it can be: numbers as their digits.',
);
export const unresolvedLink = rule(
  'unresolved-link',
  'warning',
  'A link leads to no operation of this document.',
  'No function is generated for it.',
);
export const unusedComponent = rule(
  'unused-component',
  'info',
  'A component that is no schema is used by nothing.',
  'Nothing is generated for it.',
  'Remove it, or refer to it.',
);
export const danglingReference = rule(
  'dangling-reference',
  'warning',
  'A `$ref` in a component that nothing uses points to nothing.',
  'Nothing is generated for the component, so the output is whole without it.',
);
