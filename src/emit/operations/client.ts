/** `client.ts`: `createClient` and hooks, typed by the document. */
import type { Api, SecurityScheme, Server } from '../../model/api.js';
import { type Code, code, comment, type Docs, derived, empty, join, literal, propertyKey } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';
import type { FileModel } from '../../print/file.js';

export function clientFile(api: Api): FileModel {
  const hasOperations = api.operations.length > 0;
  return {
    kind: 'code',
    path: 'client.ts',
    imports: [
      { from: './runtime/index.js', namespace: 'runtime' },
      ...(hasOperations ? [{ from: './operations.js', typeNamespace: 'operations' }] : []),
    ],
    statements: [
      authType(api),
      optionsType(),
      createClient(api),
      ...(hasOperations ? [operationsType(api), watching()] : []),
      ...serverUrl(api),
    ],
  };
}

function authType({ securitySchemes }: Api): Declaration {
  return {
    kind: 'type',
    name: code`Auth`,
    docs: ['Credentials by the name of their security scheme.'],
    type: block(securitySchemes.filter(({ scheme }) => scheme.kind !== 'mutualTLS').map(credential)),
  };
}

function credential({ name: scheme, docs }: SecurityScheme): Code {
  return code`${comment(textOf(docs.description))}${docs.description ? code`\n` : empty}readonly ${propertyKey(scheme, 'type')}?: runtime.CredentialSource | runtime.Authenticator;`;
}

function optionsType(): Declaration {
  return { kind: 'type', name: code`ClientOptions`, type: code`runtime.ClientOptions<Auth>` };
}

function createClient({ docs: { externalDocs } }: Api): Declaration {
  return {
    kind: 'function',
    name: code`createClient`,
    docs: [
      'What the functions of the operations take first. It holds no connection and no state.',
      ...(externalDocs === undefined ? [] : [{ tag: 'see', text: externalDocs } as const]),
    ],
    parameters: [{ name: code`options`, type: code`ClientOptions`, optional: true }],
    returns: code`runtime.Client`,
    body: code`return options ?? {};`,
  };
}

function operationsType({ operations }: Api): Declaration {
  const rows = operations.map((operation) => {
    const input = code`operations.${derived('', operation.typeName, 'Input')}`;
    const result = code`operations.${derived('', operation.typeName, 'Result')}`;
    return code`${propertyKey(operation.name, 'type')}: { input: ${input}; result: ${result} };`;
  });
  return {
    kind: 'type',
    name: code`Operations`,
    docs: ['Input and result of each operation, by the name of its function.'],
    type: block(rows),
  };
}

function watching(): Declaration {
  return {
    kind: 'function',
    name: code`watching`,
    docs: [
      'Hooks for `hooks` of a client: `operation` tells apart which operation a call is of, and with it its input and its result.',
    ],
    parameters: [{ name: code`hooks`, type: code`runtime.Hooks<Operations>` }],
    returns: code`runtime.Layer`,
    body: code`return runtime.watching(hooks);`,
  };
}

/** Only where there is something to choose. */
function serverUrl(api: Api): readonly Declaration[] {
  const servers = serversOf(api);
  if (servers.length < 2 && !servers.some(({ variables }) => variables.length > 0)) return [];
  return [
    {
      kind: 'type',
      name: code`Servers`,
      docs: ['The variables of each server, by its URL as the document has it.'],
      type: block(
        servers.map(
          (server) =>
            code`${comment(textOf(server.docs.description))}${server.docs.description ? code`\n` : empty}${propertyKey(server.url, 'type')}: ${variablesType(server)};`,
        ),
      ),
    },
    {
      kind: 'function',
      name: code`serverUrl`,
      docs: [
        'A server for `baseUrl` of a client. Throws a RangeError for a value that is not among those of the document, or would lead elsewhere.',
      ],
      typeParameters: [code`Url extends keyof Servers`],
      parameters: [
        { name: code`url`, type: code`Url` },
        { name: code`variables`, type: code`Servers[Url]` },
      ],
      returns: code`string`,
      body: code`return runtime.serverUrl(url, ${block(servers.map(defaultsOf), ',')}[url], variables);`,
    },
  ];
}

/** Of the document, and of the paths and operations that have their own. */
function serversOf({ servers, operations }: Api): readonly Server[] {
  const all = [...servers, ...operations.flatMap((operation) => operation.servers ?? [])];
  return all.filter(({ url }, i) => all.findIndex((other) => other.url === url) === i);
}

function variablesType({ variables }: Server): Code {
  const members = variables.map(({ name: variable, default: fallback, values }) => {
    const type =
      values && values.length > 0
        ? join(
            values.map((value) => literal(value)),
            ' | ',
          )
        : code`string`;
    return code`${propertyKey(variable, 'type')}${fallback === undefined ? empty : code`?`}: ${type}`;
  });
  return members.length === 0 ? code`{ [key: string]: never }` : code`{ ${join(members, '; ')} }`;
}

/** Of each variable every value that it may have, the default first; an empty list leaves it open. */
function defaultsOf({ url, variables }: Server): Code {
  const rows = variables.map(({ name: variable, default: fallback, values }) => {
    return code`${propertyKey(variable, 'value')}: { fallback: ${literal(fallback)}, values: ${literal(values ?? [])} }`;
  });
  return code`${propertyKey(url, 'value')}: ${rows.length === 0 ? code`{}` : code`{ ${join(rows, ', ')} }`}`;
}

const textOf = (text: string | undefined): Docs => (text === undefined ? [] : [text]);

function block(rows: readonly Code[], separator: ',' | '' = ''): Code {
  if (rows.length === 0) return code`{}`;
  const lines = separator === '' ? rows : rows.map((row) => code`${row},`);
  return code`{
  ${join(lines, '\n')}
}`;
}
