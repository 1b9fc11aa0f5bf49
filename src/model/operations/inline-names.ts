/** What an inline schema is named after. */
import { type Pointer, unescaped } from '../../diagnostics.js';

const KINDS: Readonly<Record<string, string>> = { responses: 'Response', requestBodies: 'Body' };

/**
 * The stem for the schemas of a response or a body: the component's own name where it is one, because many operations share it
 * and none of them may name it; else what the operation calls it.
 */
export function stemOf(at: Pointer, inOperation: string): string {
  const [, kind, name] = /#\/components\/(responses|requestBodies)\/([^/]+)$/.exec(at) ?? [];
  if (kind === undefined || name === undefined) return inOperation;
  return `${unescaped(name)} ${KINDS[kind]}`;
}
