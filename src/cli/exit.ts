/** What the process ends with; fixed, because CI reads it. */
export const exit = {
  done: 0,
  /** A diagnostic that is denied, a stale output, a breaking change. */
  failed: 1,
  /** Wrong arguments or config, an output folder that can't be used. */
  usage: 2,
  /** The document cannot be read or used. */
  document: 3,
  /** A fault of ours: the only case that may show a stack trace. */
  fault: 4,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** Of several documents the gravest counts. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  return [exit.fault, exit.document, exit.usage, exit.failed].find((code) => codes.includes(code)) ?? exit.done;
}

/** Ends a command from anywhere with one sentence for the user. */
export class UsageError extends Error {}
