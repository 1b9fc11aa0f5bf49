/**
 * A second opinion on the shape of the main document: the meta-schema of its version, by swagger-parser. Only warnings come of it,
 * since it refuses real documents over trifles, and only where the config asks: compiling the meta-schema costs more than all
 * of loading. The document is cloned, because the validator is free to change its argument.
 */
import { type Finding, type Pointer, quote } from '../diagnostics.js';
import { isObject } from './json-value.js';
import type { Dialect } from './raise/dialect.js';
import { metaSchemaViolation, missingMetaSchema } from './rules.js';
import type { JsonObject } from './source.js';

/** Pointers of the findings are the author's. */
export async function checkMetaSchema(document: JsonObject, dialect: Dialect, version: string): Promise<readonly Finding[]> {
  if (version.startsWith('3.2'))
    return [{ rule: missingMetaSchema, at: '#/openapi', message: 'the meta-schema of 3.2 is not at hand' }];
  const { default: SwaggerParser } = await import('@apidevtools/swagger-parser');
  // The validator's types ask for what it is to find missing: an absent `info` is given, and taken away again.
  const clone = structuredClone({ info: { title: '', version: '' }, paths: {}, ...document, ...knownVersion(dialect) });
  if (document['info'] === undefined) Reflect.deleteProperty(clone, 'info');
  try {
    await new SwaggerParser().validate(clone, {
      resolve: { external: false },
      // References are ours to follow: nothing of the clone is dereferenced.
      dereference: { circular: 'ignore', excludedPathMatcher: () => true },
      validate: { spec: false },
    });
    return [];
  } catch (error) {
    return violationsOf(error);
  }
}

/** The versions of a minor that the validator knows by name. */
function knownVersion(dialect: Dialect): { readonly swagger: '2.0' } | { readonly openapi: string } {
  if (dialect === '2.0') return { swagger: '2.0' };
  return { openapi: dialect === '3.0' ? '3.0.4' : '3.1.0' };
}

/** Of alternatives that all fail, what fails deepest says most; one sentence for each place. */
function violationsOf(error: unknown): readonly Finding[] {
  const details: unknown = error instanceof Error && 'details' in error ? error.details : undefined;
  if (!Array.isArray(details)) return [toFinding('#', error instanceof Error ? error.message : String(error))];
  const messages = new Map<Pointer, string>();
  for (const detail of details) {
    if (!isObject(detail)) continue;
    const at = `#${String(detail['instancePath'] ?? '')}`;
    if (!messages.has(at)) messages.set(at, String(detail['message'] ?? 'does not match'));
  }
  const places = [...messages.keys()];
  return [...messages]
    .filter(([at]) => !places.some((other) => other.startsWith(`${at}/`)))
    .map(([at, message]) => toFinding(at, message));
}

const toFinding = (at: Pointer, message: string): Finding => ({
  rule: metaSchemaViolation,
  at,
  message: `the meta-schema says: ${quote(message)}`,
});
