/** The function of an operation: its description as data, handed to the runtime. */
import type { Api, Operation } from '../../model/api.js';
import { type Code, code, derived, literal, name } from '../../print/code.js';
import type { FunctionDeclaration } from '../../print/declaration.js';
import { render } from '../../print/templates.js';
import { answersOf } from './answers.js';
import { bodyEncoder } from './bodies.js';
import { docsOf } from './docs.js';
import { block, list } from './layout.js';
import { parameterEncoders } from './parameters.js';
import { responseReader } from './responses.js';
import { securityLayer } from './security.js';

export function operationFunction(operation: Operation, api: Api): FunctionDeclaration {
  return {
    kind: 'function',
    name: name(operation.name),
    docs: docsOf(operation),
    parameters: [
      { name: code`client`, type: code`runtime.Client` },
      { name: code`input`, type: derived('', operation.typeName, 'Input'), optional: isInputOptional(operation) },
      { name: code`options`, type: code`runtime.CallOptions`, optional: true },
    ],
    returns: code`Promise<${derived('', operation.typeName, 'Result')}>`,
    body: render('operations/call', { description: descriptor(operation, api) }),
  };
}

/** Where every group of the input is optional, so is the whole. */
export function isInputOptional({ parameters, body }: Operation): boolean {
  return !body?.required && !parameters.some((parameter) => parameter.required);
}

function descriptor(operation: Operation, api: Api): Code {
  const server = serverOf(operation, api);
  const accept = acceptOf(operation);
  const security = securityLayer(operation, api);
  const encoders = [...parameterEncoders(operation, api), ...bodyEncoder(operation.body, api)];
  const members: readonly (Code | undefined)[] = [
    code`name: ${literal(operation.name)}`,
    code`method: ${operation.method}`,
    code`path: ${operation.template}`,
    server === undefined ? undefined : code`server: ${server}`,
    accept === '' ? undefined : code`headers: { accept: ${accept} }`,
    operation.input.kind === 'reference' ? code`input: validators.${derived('check', operation.input.to)}` : undefined,
    encoders.length === 0 ? undefined : code`encode: ${list(encoders)}`,
    code`responses: ${block(readers(operation, api))}`,
    security && code`security: ${security}`,
  ];
  return block(members.filter((member) => member !== undefined));
}

function readers(operation: Operation, api: Api): readonly Code[] {
  return answersOf(operation.responses).flatMap((answer) => {
    const reader = responseReader(answer, operation.bytes, api);
    return answer.keys.map((key) => code`${key}: ${reader}`);
  });
}

/** Variables stand for their defaults; a caller who wants others gives a `baseUrl`. */
function serverOf(operation: Operation, api: Api): string | undefined {
  const server = (operation.servers ?? api.servers)[0];
  return server?.url.replace(
    /\{([^{}]+)\}/g,
    (whole, variable: string) => server.variables.find(({ name }) => name === variable)?.default ?? whole,
  );
}

function acceptOf({ responses }: Operation): string {
  return [...new Set(responses.flatMap(({ content }) => content.map((media) => media.name)))].join(', ');
}
