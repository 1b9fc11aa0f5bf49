/** Which run is at work in a folder, so that another one does not take what it writes for what an interrupted run has left. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A run as the operating system tells it from others. */
export interface Run {
  readonly id: number;
  /** Whether a process of this id is there. */
  isRunning(id: number): boolean;
}
/** Where nobody else can be. */
export const alone: Run = { id: 0, isRunning: () => false };

const ownerName = 'owner';

export function claim(staging: string, { id }: Run): void {
  writeFileSync(join(staging, ownerName), String(id), { flag: 'wx' });
}

/** The other run that is at work there; undefined where it has ended, whether or not it came to its end. */
export function otherAt(staging: string, { id, isRunning }: Run): number | undefined {
  let owner: number;
  try {
    owner = Number(readFileSync(join(staging, ownerName), 'utf8'));
  } catch {
    return undefined;
  }
  return Number.isSafeInteger(owner) && owner > 0 && owner !== id && isRunning(owner) ? owner : undefined;
}
