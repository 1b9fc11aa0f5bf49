/** `…Input`, `…Success`, `…Error` and `…Result` of an operation. */
import type { MediaType, Operation } from '../../model/api.js';
import { type Code, code, derived, empty, join, name } from '../../print/code.js';
import type { TypeDeclaration } from '../../print/declaration.js';
import { type Answer, answersOf } from './answers.js';

export function operationTypes(operation: Operation): readonly TypeDeclaration[] {
  const { typeName } = operation;
  const members = answersOf(operation.responses).flatMap((answer) => membersOf(answer, operation.bytes));
  const successes = members.filter((member) => member.ok).map((member) => member.type);
  const problems = members.filter((member) => !member.ok).map((member) => member.type);
  return [
    ...inputType(operation),
    {
      kind: 'type',
      name: derived('', typeName, 'Success'),
      docs: ['The documented answers with a 2XX status.'],
      type: union(successes),
    },
    {
      kind: 'type',
      name: derived('', typeName, 'Error'),
      docs: ['Everything else that a call can come to.'],
      type: union([...problems, code`runtime.Failure`]),
    },
    {
      kind: 'type',
      name: derived('', typeName, 'Result'),
      type: code`${derived('', typeName, 'Success')} | ${derived('', typeName, 'Error')}`,
    },
  ];
}

/** Re-exported under its name, so that all about an operation is had from one place. */
function inputType(operation: Operation): readonly TypeDeclaration[] {
  const alias = derived('', operation.typeName, 'Input');
  if (operation.input.kind !== 'reference') return [];
  return [{ kind: 'type', name: alias, type: code`types.${name(operation.input.to)}` }];
}

function membersOf(
  { response, status, ok }: Answer,
  bytes: Operation['bytes'],
): readonly { readonly ok: boolean; readonly type: Code }[] {
  const { content, headersType } = response;
  const kind = ok ? code`runtime.Success` : code`runtime.Problem`;
  const headers = headersType === undefined ? empty : code`, types.${name(headersType)}`;
  const bodies: readonly (MediaType | undefined)[] = content.length > 0 ? content : [undefined];
  return bodies.map((media) => {
    const type = code`${kind}<${status}, ${bodyType(media, bytes)}${headers}>`;
    return { ok, type: content.length > 1 && media ? code`(${type} & { readonly contentType: ${media.name} })` : type };
  });
}

export function bodyType(media: MediaType | undefined, bytes: Operation['bytes']): Code {
  if (!media) return code`undefined`;
  const { codec, validator } = media;
  const declared = validator === undefined ? undefined : code`types.${name(validator)}`;
  switch (codec.kind) {
    case 'json':
    case 'urlencoded':
    case 'multipart':
      return declared ?? code`unknown`;
    case 'text':
      return declared ?? code`string`;
    case 'binary':
      return bytes === 'stream' ? code`ReadableStream<Uint8Array>` : code`Blob`;
    case 'sequence':
      return code`AsyncIterable<${declared ?? code`unknown`}>`;
  }
  return codec satisfies never;
}

/** One line each, where there are several. */
export function union(members: readonly Code[]): Code {
  const [only, ...others] = members;
  if (!only) return code`never`;
  if (others.length === 0) return only;
  return code`
  ${join(
    members.map((member) => code`| ${member}`),
    '\n',
  )}`;
}
