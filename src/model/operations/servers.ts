/** @see https://spec.openapis.org/oas/v3.2.0#server-object */
import { quote } from '../../diagnostics.js';
import type { Server, ServerVariable } from '../api.js';
import { describe, type Node } from '../node.js';
import { documentation, titled } from './documentation.js';
import { checkMembers } from './members.js';
import { duplicateServer, invalidServer, invalidServerVariable, serverCredentials, undeclaredServerVariable } from './rules.js';

/** The servers of the object, in its order and each URL once; undefined where it has no list of them. */
export function buildServers(node: Node): readonly Server[] | undefined {
  if (!node.has('servers') || !node.list('servers')) return undefined;
  const byUrl = new Map<string, Server>();
  for (const each of node.objects('servers')) {
    const server = buildServer(each);
    const before = server && byUrl.get(server.url);
    if (before)
      each.context.report(duplicateServer, each.pointer('url'), `${quote(server.url)} is the URL of another server as well`);
    else if (server) byUrl.set(server.url, server);
  }
  return [...byUrl.values()];
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
  const named = [...url.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  for (const { name } of variables) {
    if (!named.includes(name))
      node.context.report(invalidServerVariable, node.pointer('variables', name), `the URL does not name ${quote(name)}`, 'key');
  }
  if (/[{}]/.test(url.replace(/\{[^{}]+\}/g, '')))
    node.context.report(invalidServerVariable, node.pointer('url'), `${quote(url)} has a brace without its partner`);
  for (const name of named) {
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
  const given = node.get('default');
  if (given === undefined)
    node.context.report(undeclaredServerVariable, node.at, `the variable ${quote(name)} has no \`default\``);
  // YAML authors write `default: 443`: the number stands for its digits.
  const fallback = typeof given === 'number' ? String(given) : node.string('default');
  if (typeof given === 'number')
    node.context.report(invalidServerVariable, node.pointer('default'), `expected a string, found the number ${given}`);
  const values = node.list('enum')?.map((value, i) => {
    if (typeof value === 'string') return value;
    node.context.report(invalidServerVariable, node.pointer('enum', i), `expected a string, found ${describe(value)}`);
    return JSON.stringify(value);
  });
  if (values?.length === 0) node.context.report(invalidServerVariable, node.pointer('enum'), 'expected a value, found none');
  else if (fallback !== undefined && values?.includes(fallback) === false)
    node.context.report(invalidServerVariable, node.pointer('default'), `${quote(fallback)} is not among the values of \`enum\``);
  return { name, default: fallback, values, docs: titled(documentation(node), undefined) };
}

function withoutCredentials(node: Node, url: string): string {
  const clean = url.replace(/^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*@/i, '$1//');
  if (clean !== url)
    node.context.report(serverCredentials, node.pointer('url'), 'a user name or a password is left out of the server URL');
  return clean;
}
