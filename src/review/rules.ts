/**
 * What a change of the document can mean to a caller: one row each. `docs/diff.md` lists them.
 *
 * Directions are the caller's. `sent` is what the caller's code supplies: parameters, request bodies, and the answers of its
 * webhook handlers. `received` is what it is handed: responses, their headers, and the payloads of webhooks and callbacks.
 * So the variance of a webhook is inverted by the position alone, and no rule is said twice.
 *
 * `source`: ordinary code that calls the regenerated client stops compiling. `wire`: a build that is already deployed stops working.
 * `breaking` where either holds for ordinary code; `warning` where it takes an exhaustive `switch`, code that names a status or a
 * type, or a limit that the type cannot show; `safe` otherwise. A code is never renamed and never used for something else.
 */
export type ChangeLevel = 'breaking' | 'warning' | 'safe';
/** The gravest first. */
export const LEVELS: readonly ChangeLevel[] = ['breaking', 'warning', 'safe'];

export interface ReviewRule {
  readonly level: ChangeLevel;
  readonly source: boolean;
  readonly wire: boolean;
  /** `documentation`: neither the types nor the wire show it, only comments do. Default: `contract`. */
  readonly concerns?: 'documentation';
  readonly summary: string;
  /** What the reader does about it. */
  readonly remedy: string;
}

const both = { level: 'breaking', source: true, wire: true } as const;
const source = { level: 'breaking', source: true, wire: false } as const;
const wire = { level: 'breaking', source: false, wire: true } as const;
const warning = { level: 'warning', source: false, wire: false } as const;
const safe = { level: 'safe', source: false, wire: false } as const;
const documentation = { ...safe, concerns: 'documentation' } as const;

const nothing = 'Nothing to do.';
const before = 'Change the callers before the API is deployed; agree on a date with its owner.';
const recompile = 'Regenerate, then follow the compile errors.';

export const rules = {
  // Operations and exports
  'operation-added': { ...safe, summary: 'There is a new function.', remedy: nothing },
  'operation-removed': {
    ...both,
    summary: 'A function disappears, and the API no longer answers there.',
    remedy: 'Move the callers to another operation first.',
  },
  'operation-moved': {
    ...wire,
    summary: 'The same function now calls another method or path.',
    remedy: 'Regenerate and deploy before the old place is switched off.',
  },
  'operation-renamed': {
    ...source,
    summary: 'The function and its types have another name; the wire is the same.',
    remedy: 'Rename the import, or pin the old name under `operations.names`.',
  },
  'operation-tags-changed': {
    ...warning,
    summary: 'The operation belongs to other tags; where the output is split by tag, its file moves.',
    remedy: 'Import from `index.js`, which does not move.',
  },
  'operation-deprecated': {
    ...documentation,
    summary: 'The operation is announced to go.',
    remedy: 'Plan the move; `x-sunset` says until when.',
  },
  'operation-undeprecated': { ...documentation, summary: 'The operation is no longer announced to go.', remedy: nothing },
  'sunset-changed': {
    ...documentation,
    summary: 'The date after which the operation may go has changed.',
    remedy: 'Check the plan of the move against it.',
  },
  'sunset-brought-forward': {
    ...warning,
    concerns: 'documentation',
    summary: 'The operation may go earlier than was announced.',
    remedy: 'Check the plan of the move against the new date.',
  },
  'path-parameter-renamed': {
    ...source,
    summary: 'A path parameter has another name; the URL is the same.',
    remedy: 'Rename the member of `path` in the calls.',
  },
  'schema-added': { ...safe, summary: 'There is a new exported type.', remedy: nothing },
  'schema-removed': {
    ...source,
    summary: 'An exported type that operations use is gone; what they exchange is judged apart.',
    remedy: 'Use the type that took its place, or one of the operation’s own types.',
  },
  'schema-replaced': {
    ...source,
    summary: 'An exported type is another one than before; operations have moved on to other types.',
    remedy: 'Import the type that operations use now.',
  },
  'schema-renamed': {
    ...source,
    summary: 'An exported type has another name and the same structure.',
    remedy: 'Rename the import, or pin the old name under `schemas.names`.',
  },
  'unused-schema-removed': {
    ...warning,
    summary: 'An exported type that no remaining operation used is gone.',
    remedy: 'Only code that imports it by name is concerned.',
  },
  'unused-schema-renamed': {
    ...warning,
    summary: 'An exported type that no operation uses has another name.',
    remedy: 'Only code that imports it by name is concerned.',
  },
  'unused-schema-changed': {
    ...warning,
    summary: 'A type that no operation uses has changed in a way that code naming it may notice.',
    remedy: 'Only code that imports it by name is concerned.',
  },
  'unused-schema-extended': {
    ...safe,
    summary: 'A type that no operation uses has changed in a way that ordinary code does not notice.',
    remedy: nothing,
  },
  'schema-variant-removed': {
    ...warning,
    summary: 'The separate type of a schema as it is sent or received is gone, since it no longer differs.',
    remedy: 'Use the schema’s own type.',
  },

  // Parameters
  'parameter-added': { ...safe, summary: 'There is a new optional parameter.', remedy: nothing },
  'required-parameter-added': { ...both, summary: 'Every call has to send a new parameter.', remedy: before },
  'parameter-removed': { ...source, summary: 'A parameter is gone; the API ignores it.', remedy: recompile },
  'parameter-moved': { ...both, summary: 'A parameter is sent in another place.', remedy: before },
  'parameter-became-required': { ...both, summary: 'Calls that leave the parameter out fail.', remedy: before },
  'parameter-became-optional': { ...safe, summary: 'The parameter may be left out.', remedy: nothing },
  'parameter-encoding-changed': {
    ...wire,
    summary: 'The same values are written in another way on the wire.',
    remedy: 'Regenerate and deploy together with the API.',
  },
  'parameter-encoding-relaxed': {
    ...safe,
    summary: 'More ways of writing the same value are read; the one of today still is.',
    remedy: nothing,
  },
  'header-parameter-respelt': {
    ...source,
    summary: 'A header parameter is spelt in another case; the wire is the same.',
    remedy: 'Rename the member of `headers` in the calls.',
  },
  'parameter-became-list': {
    ...source,
    summary: 'A parameter takes a list; what is sent today is a list of one.',
    remedy: recompile,
  },
  'parameter-type-became-text': {
    ...source,
    summary: 'A parameter becomes a string; the text that is sent today is still accepted.',
    remedy: recompile,
  },

  // Request bodies
  'request-body-added': { ...safe, summary: 'The operation takes an optional body.', remedy: nothing },
  'required-request-body-added': { ...both, summary: 'Every call has to send a body.', remedy: before },
  'request-body-removed': { ...source, summary: 'The operation takes no body any more.', remedy: recompile },
  'request-body-became-required': { ...both, summary: 'Calls without a body fail.', remedy: before },
  'request-body-became-optional': { ...safe, summary: 'The body may be left out.', remedy: nothing },
  'request-media-type-added': { ...safe, summary: 'The body may be sent in one more form.', remedy: nothing },
  'request-media-type-removed': { ...both, summary: 'The API refuses a form of the body.', remedy: before },
  'request-media-type-replaced': {
    ...wire,
    summary: 'The same body is sent under another media type.',
    remedy: 'Regenerate and deploy together with the API.',
  },
  'form-encoding-changed': {
    ...wire,
    summary: 'A part of a form is written in another way.',
    remedy: 'Regenerate and deploy together with the API.',
  },

  // Responses
  'success-status-added': {
    ...warning,
    summary: 'One more status means success, with a body that callers already handle.',
    remedy: 'Exhaustive switches get a case.',
  },
  'success-status-added-other-body': {
    ...source,
    summary: 'One more status means success, with a body of another type or with none.',
    remedy: 'Narrow by `status` before reading the body.',
  },
  'success-status-removed': {
    ...warning,
    summary: 'A status is no longer documented; another success has the same body.',
    remedy: 'Only code that names the status is concerned.',
  },
  'success-status-removed-with-body': {
    ...both,
    summary: 'The status and the body that callers read are no longer documented.',
    remedy: before,
  },
  'success-status-changed': {
    ...warning,
    summary: 'Success has another status and the same body.',
    remedy: 'Only code that names the status is concerned.',
  },
  'error-status-added': {
    ...warning,
    summary: 'One more error is documented, with a body that callers already handle.',
    remedy: 'Exhaustive switches get a case.',
  },
  'error-status-added-other-body': {
    ...source,
    summary: 'One more error is documented, with a body of another type.',
    remedy: 'Narrow by `status` before reading the body of an error.',
  },
  'error-status-removed': {
    ...warning,
    summary: 'An error is no longer documented.',
    remedy: 'Only code that names the status is concerned.',
  },
  'response-body-added': { ...safe, summary: 'A status that had no body has one.', remedy: nothing },
  'response-body-removed': { ...both, summary: 'A status has no body any more.', remedy: before },
  'response-media-type-added': {
    ...warning,
    summary: 'The body may come in one more form of the same type.',
    remedy: 'Only code that names the media type is concerned.',
  },
  'response-media-type-added-other-body': {
    ...source,
    summary: 'The body may come in one more form of another type.',
    remedy: 'Narrow by `contentType` before reading the body.',
  },
  'response-media-type-removed': {
    ...source,
    summary: 'The body no longer comes in one of its forms; code that tells them apart is dead.',
    remedy: recompile,
  },
  'response-media-type-replaced': { ...both, summary: 'The body comes in another form.', remedy: before },
  'response-media-type-renamed': {
    ...wire,
    summary: 'The same body comes under another media type.',
    remedy: 'Regenerate and deploy together with the API.',
  },
  'response-header-added': { ...safe, summary: 'A header of the response is documented.', remedy: nothing },
  'response-header-removed': {
    ...source,
    summary: 'An optional header of the response is no longer documented.',
    remedy: recompile,
  },
  'required-response-header-removed': {
    ...both,
    summary: 'A header that was always there is no longer documented.',
    remedy: before,
  },
  'response-header-became-optional': { ...both, summary: 'A header that was always there may be missing.', remedy: before },
  'response-header-became-required': { ...safe, summary: 'A header is always there.', remedy: nothing },
  'link-added': { ...safe, summary: 'A link to another operation is documented.', remedy: nothing },
  'link-removed': {
    ...source,
    summary: 'A link is no longer documented, and its function is gone.',
    remedy: 'Call the operation that it led to.',
  },
  'link-values-changed': {
    ...warning,
    summary: 'A link takes other values of the exchange along to its operation.',
    remedy: 'Check what the function of the link is used for.',
  },
  'link-changed': { ...source, summary: 'The function of a link calls another operation.', remedy: recompile },

  // What the caller sends
  'sent-type-changed': { ...both, summary: 'A value of another type is expected.', remedy: before },
  'sent-type-narrowed': { ...both, summary: 'Values of some types are refused.', remedy: before },
  'sent-type-widened': { ...safe, summary: 'Values of more types are accepted.', remedy: nothing },
  'sent-union-member-removed': { ...both, summary: 'One of several forms is refused.', remedy: before },
  'sent-union-member-added': { ...safe, summary: 'One more form is accepted.', remedy: nothing },
  'sent-null-removed': { ...both, summary: '`null` is refused.', remedy: before },
  'sent-null-added': { ...safe, summary: '`null` is accepted.', remedy: nothing },
  'sent-value-removed': { ...both, summary: 'A value of an enumeration is refused.', remedy: before },
  'sent-value-added': { ...safe, summary: 'One more value is accepted.', remedy: nothing },
  'sent-became-enumeration': { ...both, summary: 'Only listed values are accepted.', remedy: before },
  'sent-enumeration-opened': { ...safe, summary: 'Values that are not listed are accepted.', remedy: nothing },
  'sent-property-added': { ...safe, summary: 'One more optional property is accepted.', remedy: nothing },
  'sent-required-property-added': { ...both, summary: 'A new property has to be sent.', remedy: before },
  'sent-property-removed': { ...source, summary: 'A property is not known any more; the API ignores it.', remedy: recompile },
  'sent-property-refused': {
    ...both,
    summary: 'A property is not known any more, and unknown ones are refused.',
    remedy: before,
  },
  'sent-property-became-required': { ...both, summary: 'A property has to be sent.', remedy: before },
  'sent-property-became-optional': { ...safe, summary: 'A property may be left out.', remedy: nothing },
  'sent-additional-properties-closed': { ...both, summary: 'Properties of other names are refused.', remedy: before },
  'sent-additional-properties-refused': {
    ...warning,
    summary: 'Properties of other names, which the type never showed, are refused.',
    remedy: 'Only code that sends undocumented properties is concerned.',
  },
  'sent-additional-properties-undocumented': {
    ...source,
    summary: 'The type no longer takes properties of other names; the API still does.',
    remedy: recompile,
  },
  'sent-additional-properties-opened': { ...safe, summary: 'Properties of other names are accepted.', remedy: nothing },
  'sent-limit-set': {
    ...warning,
    summary: 'A limit is declared that was not declared before; most often it documents what held already.',
    remedy: 'Check that what is sent keeps to it.',
  },
  'sent-limit-tightened': {
    ...wire,
    summary: 'A limit is tighter; the type does not show it.',
    remedy: 'Check what is sent against the new limit.',
  },
  'sent-limit-loosened': { ...safe, summary: 'A limit is wider or gone.', remedy: nothing },
  'sent-pattern-changed': {
    ...warning,
    summary: 'Another pattern is demanded; which of the two is tighter cannot be told.',
    remedy: 'Check what is sent against the new pattern.',
  },
  'sent-format-changed': {
    ...wire,
    summary: 'A string of another format is expected; the type is `string` on both sides.',
    remedy: 'Change how the value is written.',
  },
  'sent-brand-changed': { ...both, summary: 'A branded string of another format is expected.', remedy: before },
  'sent-number-became-integer': {
    ...wire,
    summary: 'Only whole numbers are accepted; the type is `number` on both sides.',
    remedy: 'Round what is sent.',
  },
  'sent-integer-became-number': { ...safe, summary: 'Fractions are accepted.', remedy: nothing },
  'sent-condition-added': {
    ...wire,
    summary: 'A condition between values is demanded that the type does not show.',
    remedy: 'Check what is sent against the condition.',
  },
  'sent-condition-changed': {
    ...warning,
    summary: 'A condition between values is another one.',
    remedy: 'Check what is sent against the condition.',
  },
  'sent-condition-removed': { ...safe, summary: 'A condition between values is gone.', remedy: nothing },
  'sent-default-changed': {
    ...warning,
    summary: 'Calls that leave the value out get other results.',
    remedy: 'Send the old default where it is wanted.',
  },
  'sent-default-removed': {
    ...warning,
    summary: 'What leaving the value out means is no longer documented.',
    remedy: 'Send the old default where it is wanted.',
  },
  'sent-default-added': { ...safe, summary: 'What leaving the value out means is documented.', remedy: nothing },
  'sent-discriminator-changed': { ...wire, summary: 'Another property decides which form is meant.', remedy: before },
  'sent-representation-changed': {
    ...source,
    summary: 'The same integers are held in another TypeScript type.',
    remedy: recompile,
  },

  // What the caller receives
  'received-type-changed': { ...both, summary: 'A value of another type comes.', remedy: before },
  'received-type-narrowed': { ...safe, summary: 'More is known of the value.', remedy: nothing },
  'received-type-widened': { ...both, summary: 'The value may be anything.', remedy: before },
  'received-union-member-added': { ...both, summary: 'One more form may come; narrowing by elimination fails.', remedy: before },
  'received-union-member-removed': {
    ...source,
    summary: 'One of several forms no longer comes; code that narrows to it is dead.',
    remedy: recompile,
  },
  'received-null-added': { ...both, summary: '`null` may come.', remedy: before },
  'received-null-removed': { ...safe, summary: '`null` no longer comes.', remedy: nothing },
  'received-value-added': {
    ...warning,
    summary:
      'One more value may come; exhaustive switches and records keyed by the union stop compiling, and validation of old builds reports it.',
    remedy: 'Handle the value; give switches a default.',
  },
  'received-value-removed': {
    ...source,
    summary: 'A value no longer comes; comparing with it stops compiling.',
    remedy: recompile,
  },
  'received-became-enumeration': { ...safe, summary: 'Only listed values come.', remedy: nothing },
  'received-enumeration-opened': { ...both, summary: 'Values that are not listed may come.', remedy: before },
  'received-property-added': { ...safe, summary: 'There is more to read.', remedy: nothing },
  'received-property-added-to-closed': {
    ...warning,
    summary: 'There is more to read where unknown properties were forbidden; validation of old builds reports it.',
    remedy: 'Deploy the regenerated client before the API.',
  },
  'received-property-removed': {
    ...source,
    summary: 'A property that may have been there is no longer documented.',
    remedy: recompile,
  },
  'received-required-property-removed': { ...both, summary: 'A property that was always there is gone.', remedy: before },
  'received-property-renamed': {
    ...both,
    summary: 'A property comes under another name.',
    remedy: before,
  },
  'received-property-became-optional': { ...both, summary: 'A property that was always there may be missing.', remedy: before },
  'received-property-became-required': { ...safe, summary: 'A property is always there.', remedy: nothing },
  'received-additional-properties-closed': { ...both, summary: 'Properties of other names no longer come.', remedy: before },
  'received-additional-properties-undocumented': {
    ...source,
    summary: 'The type no longer has properties of other names.',
    remedy: recompile,
  },
  'received-additional-properties-opened': { ...safe, summary: 'Properties of other names may come.', remedy: nothing },
  'received-limit-loosened': {
    ...warning,
    summary: 'A limit is wider or gone; the type does not show it.',
    remedy: 'Check what was sized by the limit.',
  },
  'received-limit-tightened': { ...safe, summary: 'A limit is set or tighter.', remedy: nothing },
  'received-pattern-changed': { ...warning, summary: 'The text follows another pattern.', remedy: 'Check what parses it.' },
  'received-format-changed': {
    ...wire,
    summary: 'A string of another format comes; the type is `string` on both sides.',
    remedy: 'Change how the value is read.',
  },
  'received-brand-changed': { ...both, summary: 'A branded string of another format comes.', remedy: before },
  'received-integer-became-number': {
    ...warning,
    summary: 'Fractions may come; the type is `number` on both sides.',
    remedy: 'Check what counts or indexes with it.',
  },
  'received-number-became-integer': { ...safe, summary: 'Only whole numbers come.', remedy: nothing },
  'received-condition-removed': {
    ...warning,
    summary: 'A condition between values no longer holds.',
    remedy: 'Check what relies on it.',
  },
  'received-condition-changed': {
    ...warning,
    summary: 'A condition between values is another one.',
    remedy: 'Check what relies on it.',
  },
  'received-condition-added': { ...safe, summary: 'A condition between values holds.', remedy: nothing },
  'received-discriminator-changed': {
    ...warning,
    summary: 'Another property decides which form is meant.',
    remedy: 'Narrow by the new property.',
  },
  'received-representation-changed': {
    ...source,
    summary: 'The same integers are held in another TypeScript type.',
    remedy: recompile,
  },

  // Credentials and servers
  'security-added': {
    ...wire,
    summary: 'Calls that need no credential today are refused without one.',
    remedy: 'Give `createClient` a credential before the API is deployed.',
  },
  'security-changed': {
    ...wire,
    summary: 'The credentials that are sent today are refused.',
    remedy: 'Give `createClient` the new credential before the API is deployed.',
  },
  'security-alternative-removed': {
    ...wire,
    summary: 'One of several ways to authenticate is refused.',
    remedy: 'Use one of the others.',
  },
  'security-alternative-added': { ...safe, summary: 'There is one more way to authenticate.', remedy: nothing },
  'security-relaxed': { ...safe, summary: 'Fewer credentials or scopes are needed.', remedy: nothing },
  'security-scope-added': {
    ...wire,
    summary: 'The credential has to carry more scopes.',
    remedy: 'Request tokens with the new scopes.',
  },
  'security-scheme-added': { ...safe, summary: 'There is a new kind of credential.', remedy: nothing },
  'security-scheme-removed': { ...source, summary: 'A member of `auth` is gone.', remedy: recompile },
  'security-scheme-renamed': {
    ...source,
    summary: 'A member of `auth` has another name; what is sent is the same.',
    remedy: recompile,
  },
  'unused-security-scheme-removed': {
    ...warning,
    summary: 'A member of `auth` that no operation asked for is gone.',
    remedy: 'Remove it from `createClient`.',
  },
  'security-scheme-changed': {
    ...wire,
    summary: 'The credential is sent in another way.',
    remedy: 'Regenerate and deploy together with the API.',
  },
  'security-scheme-detail-changed': {
    ...warning,
    summary: 'Credentials are obtained in another way; they are sent as before.',
    remedy: 'Check where tokens are requested.',
  },
  'security-scheme-scope-removed': {
    ...warning,
    summary: 'A scope is no longer offered; no operation need ask for it.',
    remedy: 'Check which scopes are requested with a token.',
  },
  'server-added': { ...safe, summary: 'The API is offered at one more URL.', remedy: nothing },
  'server-removed': {
    ...warning,
    summary: 'A URL of the API is no longer documented.',
    remedy: 'Check the `baseUrl` of deployed builds.',
  },
  'first-server-changed': {
    ...warning,
    summary: 'Another URL of the API stands first: a client without a `baseUrl` calls it.',
    remedy: 'Give the `baseUrl` that is meant.',
  },
  'server-template-removed': {
    ...source,
    summary: 'A server whose URL has variables is gone; `serverUrl` does not take it any more.',
    remedy: recompile,
  },
  'server-variable-narrowed': {
    ...source,
    summary: 'A variable of a server’s URL is gone, takes fewer values or has to be given.',
    remedy: recompile,
  },
  'server-variable-widened': {
    ...safe,
    summary: 'A variable of a server’s URL is new, takes more values or may be left out.',
    remedy: nothing,
  },
  'server-variable-changed': {
    ...warning,
    summary: 'A variable of a server’s URL has other values or another default.',
    remedy: 'Check the `baseUrl` of deployed builds.',
  },

  // Webhooks and callbacks
  'webhook-added': { ...safe, summary: 'The API can call one more webhook.', remedy: nothing },
  'webhook-removed': { ...both, summary: 'The API no longer calls the webhook.', remedy: 'Find out what replaces it.' },
  'callback-added': { ...safe, summary: 'The API can call back.', remedy: nothing },
  'callback-moved': {
    ...wire,
    summary: 'The API finds the URL of the callback in another place of the request.',
    remedy: 'Send the URL there before the API is deployed.',
  },
  'callback-removed': { ...both, summary: 'The API no longer calls back.', remedy: 'Find out what replaces it.' },
  'handler-status-added': { ...safe, summary: 'A handler may answer with one more status.', remedy: nothing },
  'handler-status-removed': { ...both, summary: 'A handler may no longer answer with a status.', remedy: before },

  // Documentation
  'documentation-changed': { ...documentation, summary: 'Descriptions, titles or examples have changed.', remedy: nothing },
  'schema-deprecated': { ...documentation, summary: 'A schema is announced to go.', remedy: 'Plan the move.' },
} as const satisfies Readonly<Record<string, ReviewRule>>;

export type ReviewCode = keyof typeof rules;

export function ruleOf(code: ReviewCode): ReviewRule {
  return rules[code];
}

export function isReviewCode(code: string): code is ReviewCode {
  return Object.hasOwn(rules, code);
}
