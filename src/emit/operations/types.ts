/** `…Input`, `…Success`, `…Error` and `…Result` of an operation. */
import type { TypeAliasDeclarationStructure } from 'ts-morph';
import type { MediaType, Operation } from '../../model/api.js';
import { type Code, code, derived, join, name } from '../../print/code.js';
import { typeAlias } from '../../print/structures.js';
import { type Answer, answersOf } from './answers.js';

export function operationTypes(operation: Operation): readonly TypeAliasDeclarationStructure[] {
  const { typeName } = operation;
  const members = answersOf(operation.responses).flatMap((answer) => membersOf(answer));
  const successes = members.filter((member) => member.ok).map((member) => member.type);
  const problems = members.filter((member) => !member.ok).map((member) => member.type);
  return [
    ...inputType(operation),
    typeAlias({
      name: derived('', typeName, 'Success'),
      docs: 'The documented answers with a 2XX status.',
      type: union(successes),
    }),
    typeAlias({
      name: derived('', typeName, 'Error'),
      docs: 'Everything else that a call can come to.',
      type: union([...problems, code`runtime.Failure`]),
    }),
    typeAlias({
      name: derived('', typeName, 'Result'),
      type: code`${derived('', typeName, 'Success')} | ${derived('', typeName, 'Error')}`,
    }),
  ];
}

/** Re-exported under its name, so that all about an operation is had from one place. */
function inputType(operation: Operation): readonly TypeAliasDeclarationStructure[] {
  const alias = derived('', operation.typeName, 'Input');
  if (operation.input.kind !== 'reference') return [];
  return [typeAlias({ name: alias, type: code`types.${name(operation.input.to)}` })];
}

function membersOf(answer: Answer): readonly { readonly ok: boolean; readonly type: Code }[] {
  const { content } = answer.response;
  const bodies: readonly (MediaType | undefined)[] = content.length > 0 ? content : [undefined];
  return bodies.map((media) => ({
    ok: answer.ok,
    type: code`${answer.ok ? code`runtime.Success` : code`runtime.Problem`}<${answer.status}, ${bodyType(media)}>`,
  }));
}

export function bodyType(media: MediaType | undefined): Code {
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
      return code`Blob`;
    case 'sequence':
      return code`AsyncIterable<${declared ?? code`unknown`}>`;
  }
  return codec satisfies never;
}

const union = (members: readonly Code[]): Code => (members.length === 0 ? code`never` : join(members, ' | '));
