/**
 * Which paths a generated file may have. Paths are made of our own words and of identifiers, so this never fires;
 * it is the last door before the disk and trusts nobody.
 */
import type { Finding } from '../diagnostics.js';
import { quote } from '../diagnostics.js';
import { isReserved } from '../print/file-name.js';
import { outputFinding } from './folder.js';
import { outputUnsafePath } from './rules.js';

/** Why a relative path is refused; undefined where it is good on Linux, macOS and Windows. */
export function unsafe(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.length > 240) return 'is longer than 240 characters';
  for (const name of path.split('/')) {
    if (name === '' || name === '.' || name === '..') return 'has an empty or a dot segment';
    if (name.length > 200) return 'has a name longer than 200 characters';
    if (/[\p{Cc}<>:"\\|?*]/u.test(name)) return 'has a character that a file system refuses';
    if (/[. ]$/.test(name)) return 'has a name that ends in a dot or a space';
    if (isReserved(name)) return 'has a name that Windows reserves';
  }
  return undefined;
}

/** Paths compare equal here where any usual file system takes them for one. */
export function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

export function checkPaths(paths: readonly string[], folderName: string): readonly Finding[] {
  const findings: Finding[] = [];
  const taken = new Map<string, string>();
  for (const path of paths) {
    const reason = unsafe(path);
    const other = taken.get(folded(path));
    if (reason) findings.push(outputFinding(outputUnsafePath, folderName, `the path ${quote(path)} ${reason}`));
    else if (other !== undefined)
      findings.push(
        outputFinding(
          outputUnsafePath,
          folderName,
          `the paths ${quote(other)} and ${quote(path)} are one file where case is ignored`,
        ),
      );
    taken.set(folded(path), path);
  }
  // A file cannot be a folder as well.
  for (const path of paths) {
    const steps = path.split('/');
    for (let i = 1; i < steps.length; i++) {
      const parent = steps.slice(0, i).join('/');
      if (taken.has(folded(parent)))
        findings.push(
          outputFinding(outputUnsafePath, folderName, `the path ${quote(parent)} is a file and the folder of ${quote(path)}`),
        );
    }
  }
  return findings;
}
