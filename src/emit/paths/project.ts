/**
 * The document as openapi-typescript may see it: every member that it reads, of the type that it expects, and nothing else. What is
 * absent can't make it throw, or print a text of the document as code: the first word of a reference comes out as an identifier, so
 * all references lead to components that are there, and comments are quoted before it quotes them.
 */
import type { Finding } from '../../diagnostics.js';
import type { JsonObject, Source } from '../../load/source.js';
import { isObject } from '../../model/node.js';
import { breakCycles } from './cycles.js';
import { Projector, restored } from './projector.js';
import { componentShapes, paths, webhooks } from './shapes.js';

export interface Projection {
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
}

export function project(source: Source): Projection {
  const projector = new Projector(source, componentShapes);
  const { document } = source;
  const made = {
    paths: paths(document['paths'] ?? {}, { up: '#', key: 'paths' }, projector) ?? {},
    webhooks: webhooks(document['webhooks'] ?? {}, { up: '#', key: 'webhooks' }, projector) ?? {},
  };
  const components = projector.finish();
  const { schemas, broken } = breakCycles(isObject(components['schemas']) ? components['schemas'] : {});
  for (const name of broken)
    projector.leaveOut({ up: '#/components/schemas', key: restored(name) }, 'a type that holds itself outside of an object');
  return { document: { ...made, components: { ...components, schemas } }, findings: projector.findings };
}
