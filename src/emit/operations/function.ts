/** The function of an operation: its description as data, handed to the runtime. */
import type { FunctionDeclarationStructure } from 'ts-morph';
import type { Api, MediaType, Operation } from '../../model/api.js';
import { type Code, code, derived, join, literal, name, propertyKey } from '../../print/code.js';
import { functionDeclaration } from '../../print/structures.js';
import { answersOf } from './answers.js';
import { bodyEncoder } from './bodies.js';
import { docsOf } from './docs.js';
import { parameterEncoders } from './parameters.js';
import { responseReader } from './responses.js';

export function operationFunction(operation: Operation, api: Api): FunctionDeclarationStructure {
  return functionDeclaration({
    name: name(operation.name),
    docs: docsOf(operation),
    parameters: [
      { name: code`client`, type: code`runtime.Client` },
      {
        name: code`input`,
        type: derived('', operation.typeName, 'Input'),
        ...(isInputOptional(operation) && { initializer: code`{}` }),
      },
      { name: code`options`, type: code`runtime.CallOptions`, optional: true },
    ],
    returnType: code`Promise<${derived('', operation.typeName, 'Result')}>`,
    body: code`return runtime.send(client, ${descriptor(operation, api)}, input, options);`,
  });
}

/** Where every group of the input is optional, so is the whole. */
export function isInputOptional({ parameters, body }: Operation): boolean {
  return !body?.required && !parameters.some((parameter) => parameter.required);
}

function descriptor(operation: Operation, api: Api): Code {
  const accept = acceptOf(operation);
  const encoders = [...parameterEncoders(operation), ...bodyEncoder(operation.body)];
  const members: readonly (Code | undefined)[] = [
    code`name: ${literal(operation.name)}`,
    code`method: ${operation.method}`,
    code`path: ${operation.template}`,
    server(operation, api),
    accept === '' ? undefined : code`headers: { accept: ${accept} }`,
    operation.input.kind === 'reference' ? code`input: validators.${name(operation.input.to)}` : undefined,
    encoders.length === 0 ? undefined : code`encode: [${join(encoders, ', ')}]`,
    code`responses: {\n${join(readers(operation), '\n')}\n  }`,
  ];
  return code`{\n${join(
    members.flatMap((member) => (member ? [code`  ${member},`] : [])),
    '\n',
  )}\n}`;
}

function readers(operation: Operation): readonly Code[] {
  return answersOf(operation.responses).flatMap((answer) => {
    const reader = responseReader(operation, answer);
    return answer.keys.map(
      (key) => code`    ${/^\d/.test(key) && !key.endsWith('XX') ? code`${Number(key)}` : propertyKey(key, 'value')}: ${reader},`,
    );
  });
}

function server(operation: Operation, api: Api): Code | undefined {
  const first = (operation.servers ?? api.servers)[0];
  return first ? code`server: ${first.url}` : undefined;
}

function acceptOf(operation: Operation): string {
  const names = operation.responses.flatMap((response) => response.content.map((media: MediaType) => media.name));
  return [...new Set(names)].join(', ');
}
