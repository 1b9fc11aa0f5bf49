/** `links.ts`: for each link that leads to an operation, a function that goes there from what was asked and answered. */
import { child, type Finding, quote } from '../../diagnostics.js';
import type { Api, Link, Operation } from '../../model/api.js';
import type { Names } from '../../model/names.js';
import type { Json } from '../../model/schema.js';
import { type Code, code, derived, empty, literal, name, propertyKey } from '../../print/code.js';
import type { FunctionDeclaration } from '../../print/declaration.js';
import { namesBeside } from '../declared.js';
import type { EmitInput, Emitted, Emitter } from '../emitter.js';
import { type Answer, answersOf } from '../operations/answers.js';
import { record, scalarDecoder, shapeOf } from '../operations/decoders.js';
import { importsOf } from '../operations/imports.js';
import { linkParameterUnknown } from './rules.js';

const GROUPS = { path: 'path', query: 'query', header: 'headers', cookie: 'cookies', querystring: 'querystring' } as const;

export const links: Emitter = {
  name: 'links',
  emit({ api, before }: EmitInput): Emitted {
    const names = namesBeside(before);
    const findings: Finding[] = [];
    const statements = api.operations.flatMap((operation) =>
      answersOf(operation.responses).flatMap((answer) =>
        answer.response.links.flatMap((link): FunctionDeclaration[] => {
          const target = api.operations.find((candidate) => candidate.name === link.operation);
          if (!target) return [];
          findings.push(...unknownParameters(link, target));
          return [linkFunction(operation, answer, link, target, names, api)];
        }),
      ),
    );
    return {
      files: statements.length === 0 ? [] : [{ kind: 'code', path: 'links.ts', imports: importsOf(statements), statements }],
      findings,
    };
  },
};

function linkFunction(
  operation: Operation,
  answer: Answer,
  link: Link,
  target: Operation,
  names: Names,
  api: Api,
): FunctionDeclaration {
  const template = templateOf(link, target, operation.method);
  const result = code`operations.${derived('', operation.typeName, 'Result')}`;
  const input = code`operations.${derived('', target.typeName, 'Input')}`;
  const given = code`{ input: operations.${derived('', operation.typeName, 'Input')}; result: Extract<${result}, { status: ${answer.status} }> }`;
  return {
    kind: 'function',
    name: name(
      names.claim({ source: `${operation.name} ${link.name}`, style: 'function', at: child(link.at, String(answer.keys[0])) }),
    ),
    docs: [
      `From \`${operation.name}\` by its link \`${link.name}\` to \`${target.name}\`.`,
      ...(link.docs.description === undefined ? [] : [link.docs.description]),
    ],
    parameters: [
      { name: code`client`, type: code`runtime.Client` },
      { name: code`from`, type: given },
      { name: code`options`, type: code`runtime.CallOptions`, optional: true },
    ],
    returns: code`Promise<operations.${derived('', target.typeName, 'Result')}>`,
    body: code`return operations.${name(target.name)}(client, runtime.linkedInput<${input}>(${literal(template)}, from${decodersOf(template, target, api)}), options);`,
  };
}

function unknownParameters({ parameters, at }: Link, target: Operation): readonly Finding[] {
  return parameters.flatMap(({ name, in: place }) =>
    target.parameters.some((candidate) => candidate.name === name && (place === undefined || candidate.in === place))
      ? []
      : [
          {
            rule: linkParameterUnknown,
            at: child(at, 'parameters'),
            message: `${quote(target.name)} has no parameter ${quote(name)}`,
          },
        ],
  );
}

/** Of the parameters that are one text in the request, by place, as the argument after. */
function decodersOf(template: Json, { parameters }: Operation, api: Api): Code {
  const groups = Object.entries(GROUPS).flatMap(([place, group]) => {
    const decoders = parameters.flatMap(({ name: key, in: own, schema, encoding }) => {
      const isText = own === place && encoding.kind === 'style' && shapeOf(schema, api) === 'scalar';
      return isText && Object.hasOwn(object(object(template)[group]), key)
        ? [code`${propertyKey(key, 'value')}: ${scalarDecoder(schema, api)}`]
        : [];
    });
    return decoders.length === 0 ? [] : [code`${propertyKey(group, 'value')}: ${record(decoders)}`];
  });
  return groups.length === 0 ? empty : code`, ${record(groups)}`;
}

/** The input with runtime expressions in the places of values. The method of the request is known here already. */
function templateOf(link: Link, target: Operation, method: string): Json {
  const { parameters, requestBody } = withMethod(link, method);
  const template: Record<string, Json> = {};
  for (const parameter of parameters) {
    const known = target.parameters.find(({ name, in: place }) => name === parameter.name && (parameter.in ?? place) === place);
    if (!known) continue;
    const group = GROUPS[known.in];
    if (group === 'querystring') template[group] = parameter.value;
    else template[group] = { ...object(template[group]), [parameter.name]: parameter.value };
  }
  return requestBody === undefined ? template : { ...template, body: requestBody };
}

function withMethod({ parameters, requestBody }: Link, method: string): Pick<Link, 'parameters' | 'requestBody'> {
  const filled = (value: Json): Json => {
    if (typeof value === 'string') return value === '$method' ? method : value.replaceAll('{$method}', method);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(filled);
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, filled(member)]));
  };
  return {
    parameters: parameters.map((parameter) => ({ ...parameter, value: filled(parameter.value) })),
    requestBody: requestBody === undefined ? undefined : filled(requestBody),
  };
}

const object = (value: Json | undefined): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { readonly [key: string]: Json }) : {};
