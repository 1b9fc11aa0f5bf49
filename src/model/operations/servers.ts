/** @see https://spec.openapis.org/oas/v3.2.0#server-object */
import { quote } from '../../diagnostics.js';
import type { Server, ServerVariable } from '../api.js';
import type { Node } from '../node.js';
import { documentation, titled } from './documentation.js';
import { checkMembers } from './members.js';
import { invalidServer, serverCredentials, undeclaredServerVariable } from './rules.js';

/** The servers of the object, in its order; undefined where it has no list of them. */
export function buildServers(node: Node): readonly Server[] | undefined {
  if (!node.has('servers')) return undefined;
  return node.objects('servers').flatMap((server) => buildServer(server) ?? []);
}

function buildServer(node: Node): Server | undefined {
  checkMembers(node, 'Server Object');
  const given = node.string('url');
  if (given === undefined) {
    if (!node.has('url')) node.context.report(invalidServer, node.at, 'expected a `url`');
    return undefined;
  }
  const url = withoutCredentials(node, given);
  const variables = node.entries('variables').map(([name, variable]) => buildVariable(name, variable));
  for (const [, name] of url.matchAll(/\{([^{}]+)\}/g)) {
    if (name !== undefined && !variables.some((variable) => variable.name === name)) {
      node.context.report(
        undeclaredServerVariable,
        node.pointer('url'),
        `${quote(url)} names ${quote(name)}, which is not under \`variables\``,
      );
      variables.push({ name, default: undefined, values: undefined, docs: {} });
    }
  }
  return { url, variables, docs: titled(documentation(node), undefined), at: node.at };
}

function buildVariable(name: string, node: Node): ServerVariable {
  checkMembers(node, 'Server Variable Object');
  const fallback = node.get('default');
  if (fallback === undefined)
    node.context.report(undeclaredServerVariable, node.at, `the variable ${quote(name)} has no \`default\``);
  return {
    name,
    // YAML authors write `default: 443`: the number stands for its digits.
    default: typeof fallback === 'number' ? String(fallback) : node.string('default'),
    values: node.list('enum')?.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
    docs: titled(documentation(node), undefined),
  };
}

function withoutCredentials(node: Node, url: string): string {
  const clean = url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, '$1//');
  if (clean !== url)
    node.context.report(serverCredentials, node.pointer('url'), 'a user name or a password is left out of the server URL');
  return clean;
}
