/** Findings with their positions, where there is no source to ask for them later. */
import type { Finding } from '../../diagnostics.js';
import { placeOf } from '../pointer.js';
import type { Edits } from '../raise/edits.js';
import type { LoadedFile } from './loaded-file.js';

/** A finding whose pointer is the author's, but for `moves`, with its position. */
export function placed(finding: Finding, file: string, positions: LoadedFile['positions'], moves?: Edits): Finding {
  if (finding.position) return finding;
  const { tokens } = placeOf(finding.at);
  return { ...finding, position: { file, ...positions().find(moves?.back(tokens) ?? tokens, finding.on ?? 'value') } };
}
