/** A file of a document while its references are still being followed: what it holds is raised piece by piece. */
import type { Finding } from '../../diagnostics.js';
import type { Json } from '../../model/schema.js';
import { isObject } from '../json-value.js';
import { placeOf, pointerOf } from '../pointer.js';
import { type Dialect, dialectOf } from '../raise/dialect.js';
import { Edits } from '../raise/edits.js';
import { type RaiseContext, Raising } from '../raise/raise.js';
import { convertDocument } from '../raise/swagger-2/document.js';
import { versionOf } from '../version.js';
import type { LoadedFile } from './loaded-file.js';

export interface OpenedFile {
  readonly id: string;
  readonly name: string;
  readonly uri: string;
  readonly dialect: Dialect;
  readonly raising: Raising;
  readonly findings: Finding[];
  readonly positions: LoadedFile['positions'];
  /** How many of its references and identifiers have been looked at. */
  references: number;
  identifiers: number;
  metaSchemas: number;
}

/** Nothing of it is raised yet. What will be said of it goes to the findings of the context. */
export function openFile(value: Json, name: string, context: RaiseContext, positions: LoadedFile['positions']): OpenedFile {
  const { file: id, uri, dialect, findings } = context;
  const raising = raisingOf(value, context);
  return { id, name, uri, dialect, raising, findings, positions, references: 0, identifiers: 0, metaSchemas: 0 };
}

/** Swagger 2.0 is brought into the shape of OpenAPI 3 first. */
function raisingOf(value: Json, context: RaiseContext): Raising {
  if (context.dialect !== '2.0' || !isWhole(value) || !isObject(value)) return new Raising(value, context, new Edits());
  const said: Finding[] = [];
  const { value: converted, moves } = convertDocument(value, context.file, said);
  for (const finding of said)
    context.findings.push({ ...finding, at: pointerOf(context.file, moves.forward(placeOf(finding.at).tokens)) });
  return new Raising(converted, { ...context, converted: true }, moves);
}

/** True for a file that is an OpenAPI document itself. */
export function isWhole(value: Json): boolean {
  return isObject(value) && (typeof value['openapi'] === 'string' || value['swagger'] !== undefined);
}

/** That of the document or of the schema that it is, else `inherited`. */
export function dialectIn(value: Json, inherited: Dialect): Dialect {
  if (isWhole(value)) return versionOf(value).version?.dialect ?? inherited;
  const declared = isObject(value) ? value['$schema'] : undefined;
  return (typeof declared === 'string' ? dialectOf(declared) : undefined) ?? inherited;
}
