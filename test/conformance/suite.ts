/** The official suite: its groups of tests, in documents, and its remote documents behind the address that they are named by. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize } from 'node:path';

export interface Group {
  /** The file, without its extension. */
  readonly file: string;
  readonly description: string;
  readonly schema: unknown;
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[];
}

export function groupsOf(folder: string): readonly Group[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      const groups: readonly Omit<Group, 'file'>[] = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return groups.map((group) => ({ ...group, file: name.slice(0, -5) }));
    });
}

/**
 * A document whose component `Subject` is the schema. In a document `#` is the document, so a reference that begins there is made to begin
 * at the component, except below an `$id`, where it means that resource.
 */
export function documentOf(schema: unknown, openapi = '3.1.0'): object {
  return {
    openapi,
    info: { title: 'suite', version: '1' },
    paths: {},
    components: { schemas: { Subject: rebased(schema, '#/components/schemas/Subject') } },
  };
}
/** The schema with its references to `#` leading to `root`. */
export function rebased(schema: unknown, root: string): unknown {
  if (Array.isArray(schema)) return schema.map((member) => rebased(member, root));
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema);
  if (members.some(([key, value]) => key === '$id' && typeof value === 'string')) return schema;
  return Object.fromEntries(
    members.map(([key, value]) => {
      if (DATA.has(key)) return [key, value];
      const isLocal = REFERENCES.has(key) && typeof value === 'string' && (value === '#' || value.startsWith('#/'));
      return [key, isLocal ? `${root}${value.slice(1)}` : rebased(value, root)];
    }),
  );
}
const REFERENCES = new Set(['$ref', '$dynamicRef']);
/** Keywords whose values are not schemas, whatever they look like. */
const DATA = new Set(['const', 'enum', 'default', 'examples']);

export const HOST = 'localhost:1234';
/** Serves the remote documents. Undefined where another process does already: the suite fixes the port. */
export async function serveRemotes(folder: string): Promise<Server | undefined> {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url ?? '/', `http://${HOST}`).pathname)));
    if (!existsSync(path)) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(readFileSync(path));
  });
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen(1234, '127.0.0.1', () => resolve(server));
  });
}
