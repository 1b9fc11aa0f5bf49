/** ajv on the raised document's own schemas: what somebody who shares no code with the validators says of a value. */
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Pointer } from '../../src/diagnostics.js';
import type { Source } from '../../src/load/source.js';
import type { Json } from '../../src/model/schema.js';
import { standalone } from './standalone.js';

export class Judge {
  private readonly source: Source;
  private ajv: Ajv2020 | undefined;
  constructor(source: Source) {
    this.source = source;
  }

  /** An error where ajv cannot say. */
  accepts({ schemaAt, value }: { readonly schemaAt: Pointer; readonly value: Json }): boolean | Error {
    try {
      return this.compile(schemaAt)(value) === true;
    } catch (cause) {
      return cause instanceof Error ? cause : new Error(String(cause));
    }
  }

  private compile(at: Pointer): ValidateFunction {
    try {
      const known = this.document().getSchema(`document${encodeURI(at)}`);
      if (known) return known;
    } catch {
      // It takes `$id` in an example for a schema's, and has all of the document compile where one part is asked for.
    }
    return new Ajv2020(OPTIONS).compile(standalone(this.source, at));
  }

  private document(): Ajv2020 {
    this.ajv ??= new Ajv2020(OPTIONS).addSchema(this.source.document, 'document');
    return this.ajv;
  }
}

const OPTIONS: Options = {
  strict: false,
  validateFormats: false,
  logger: false,
  validateSchema: false,
  inlineRefs: false,
  code: {
    /** A pattern that is none of JavaScript's takes everything, so that the rest of the schema is judged all the same. */
    regExp: Object.assign(
      (pattern: string, flags: string): RegExp => {
        try {
          return new RegExp(pattern, flags);
        } catch {
          return /(?:)/;
        }
      },
      { code: 'tolerant' },
    ),
  },
};
