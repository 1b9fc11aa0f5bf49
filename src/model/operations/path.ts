/** Path templates, `/pets/{id}/photos`. @see https://spec.openapis.org/oas/v3.2.0#path-templating */
import { type Pointer, quote } from '../../diagnostics.js';
import type { PathPart } from '../api.js';
import type { Context } from '../node.js';
import { invalidPath, pathWithoutSlash, pathWithQuery, repeatedPathParameter, unstablePath } from './rules.js';

/** The parts in order; adjacent literals are joined. Undefined, with a finding at the key, where no URL could be made of it. */
export function parsePath(context: Context, given: string, at: Pointer): readonly PathPart[] | undefined {
  const template = given.startsWith('/') ? given : `/${given}`;
  if (template !== given)
    context.report(pathWithoutSlash, at, `expected a path that begins with a slash, found ${quote(given)}`, 'key');
  const fragment = template.indexOf('#');
  if (fragment >= 0 || template.includes('?'))
    context.report(pathWithQuery, at, `${quote(template)} holds a query or a fragment`, 'key');
  if (/(?:^|\/)\.{1,2}(?=\/|$)|\\/.test(template))
    context.report(unstablePath, at, `${quote(template)} is another path once it is part of a URL`, 'key');
  const parts: PathPart[] = [];
  const pieces = (fragment >= 0 ? template.slice(0, fragment) : template).split(/(\{[^{}]*\})/);
  for (const piece of pieces) {
    if (piece === '') continue;
    if (piece.startsWith('{') && piece.endsWith('}')) {
      if (piece === '{}') {
        context.report(invalidPath, at, `${quote(template)} has a parameter without a name`, 'key');
        return undefined;
      }
      const name = piece.slice(1, -1);
      if (parts.some((part) => part.kind === 'parameter' && part.name === name))
        context.report(repeatedPathParameter, at, `${quote(template)} names ${quote(name)} twice`, 'key');
      parts.push({ kind: 'parameter', name });
    } else {
      if (/[{}]/.test(piece)) {
        context.report(invalidPath, at, `${quote(template)} has a brace without its partner`, 'key');
        return undefined;
      }
      parts.push({ kind: 'literal', text: piece });
    }
  }
  return parts;
}

/** Two templates of the same shape are the same to a server. */
export const shapeOf = (parts: readonly PathPart[]): string =>
  parts.map((part) => (part.kind === 'literal' ? part.text : '{}')).join('');

/** The source of the name of an operation without `operationId`: `GET /pets/{id}` is `get pets by id`. */
export function nameFromPath(method: string, parts: readonly PathPart[]): string {
  const words = parts.map((part) => (part.kind === 'literal' ? part.text : `by ${part.name}`));
  return [method.toLowerCase(), ...words].join(' ');
}
