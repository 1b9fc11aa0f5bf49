import type { Rule } from '../../diagnostics.js';

export const sessionDetected: Rule = {
  code: 'session-detected',
  level: 'info',
  summary: 'One operation, and no other, exchanges a refresh token for new tokens.',
  action: '`session.ts` is written for it.',
  remedy: 'Name the operation and the places of its tokens under `session` to make the choice yours.',
};

export const sessionAmbiguous: Rule = {
  code: 'session-ambiguous',
  level: 'info',
  summary: 'Several operations look as if they exchanged a refresh token for new tokens.',
  action: 'No `session.ts` is written.',
  remedy: 'Name one of them under `session`.',
};

export const sessionOperationUnknown: Rule = {
  code: 'session-operation-unknown',
  level: 'error',
  summary: '`session.refresh` names no operation of the document.',
  action: 'Nothing is written.',
  remedy: 'Give an operationId or `METHOD /path` as the document has it.',
};

export const sessionRequestUnsuitable: Rule = {
  code: 'session-request-unsuitable',
  level: 'error',
  summary: 'The refresh operation cannot be called with the refresh token alone.',
  action: 'Nothing is written.',
  remedy: 'Correct `session.request`, or name another operation.',
};

export const sessionResponseUnsuitable: Rule = {
  code: 'session-response-unsuitable',
  level: 'error',
  summary: 'No success of the refresh operation holds both tokens where the config says.',
  action: 'Nothing is written.',
  remedy: 'Correct `session.access` and `session.rotated`, or name another operation.',
};

export const sessionRotationOptional: Rule = {
  code: 'session-rotation-optional',
  level: 'info',
  summary: 'The answer of the refresh operation may leave the new refresh token out.',
  action: 'The session then goes on with the one it has.',
  remedy: 'Require the member in the document where the server always sends it.',
};

export const sessionRefreshSecured: Rule = {
  code: 'session-refresh-secured',
  level: 'warning',
  summary: 'The refresh operation itself asks for credentials.',
  action: 'The session sends those of the client that it is given, which cannot be the client that the session serves.',
  remedy: 'Set `security: []` on the operation where it needs none; else give the session a client with credentials of its own.',
};

export const sessionSchemeUnknown: Rule = {
  code: 'session-scheme-unknown',
  level: 'error',
  summary: '`session.scheme` names no security scheme of the document.',
  action: 'Nothing is written.',
  remedy: 'Give the name that it has under `components/securitySchemes`.',
};

export const sessionFormatUnsuitable: Rule = {
  code: 'session-format-unsuitable',
  level: 'error',
  summary: '`session.format` does not say where the access token goes.',
  action: 'Nothing is written.',
  remedy: 'Write `{token}` once, with the text around it: `Bearer {token}`.',
};

export const sessionFormatGuessed: Rule = {
  code: 'session-format-guessed',
  level: 'info',
  summary: 'The access token goes into the header `Authorization`, and nothing says how.',
  action: '`Bearer {token}` is taken.',
  remedy: 'Set `session.format`, or `format` of `createSession`.',
};
