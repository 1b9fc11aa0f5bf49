/** What came of one document, as it is kept and summed up: names and numbers, none of the document's own text. */
export interface Outcome {
  /** `stripe.com.json`, `amazonaws.com/s3.json`. */
  readonly name: string;
  readonly bytes: number;
  /** The commit of the sources that made it. */
  readonly build?: string;
  readonly generated: boolean;
  /** Codes of the errors where it was not. */
  readonly refused: readonly string[];
  /** Number of diagnostics by code. */
  readonly diagnostics: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  readonly files: number;
  readonly outputBytes: number;
  /** Errors of the strict compiler, by code; undefined until it has run. */
  readonly compiler?: Readonly<Record<string, number>>;
  readonly loads?: boolean;
  readonly examples?: Examples;
  /** What broke, where something of ours did: the first line. */
  readonly fault?: string;
}

/** The document's own examples against the emitted validators. */
export interface Examples {
  readonly accepted: number;
  /** Refused by us and by an independent validator: they break their own schema. */
  readonly wrong: number;
  /**
   * Refused only by what is read into the schema, as a diagnostic at its place says: a type that its keywords imply (`implied-type`), or
   * the values of a discriminator (`inherited-discriminator`). Without these readings the emitted validators accept them.
   */
  readonly implied: number;
  /** Refused by us, and the independent validator cannot take the schema: why not. */
  readonly undecided: readonly string[];
  /** Refused by us alone: ours to explain. */
  readonly disputed: readonly string[];
}

/** Of a document on which something of ours broke. */
export function broken({ name, bytes }: Pick<Outcome, 'name' | 'bytes'>, fault: string): Outcome {
  return { name, bytes, generated: false, refused: [], diagnostics: {}, milliseconds: 0, files: 0, outputBytes: 0, fault };
}
