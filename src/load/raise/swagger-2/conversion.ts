/** What the parts of a conversion from Swagger 2.0 share. */
import { type Finding, type Rule, tokensOf } from '../../../diagnostics.js';
import type { Json } from '../../../model/schema.js';
import { isObject } from '../../json-value.js';
import { pointerOf, valueAt } from '../../pointer.js';
import { decodeFragment } from '../../references/uri.js';
import { conflictingBodies } from '../../rules.js';
import type { JsonObject } from '../../source.js';
import type { Edits } from '../edits.js';

/** Where the author wrote something. */
export type Tokens = readonly (string | number)[];

export interface Listed {
  readonly value: Json;
  /** Its place in the author's list. */
  readonly index: number;
  /** What it is or refers to. */
  readonly target: JsonObject;
}

/** A list of parameters by what becomes of them. */
export interface Split {
  readonly at: Tokens;
  readonly plain: readonly Pick<Listed, 'value' | 'index'>[];
  readonly body: Listed | undefined;
  readonly form: readonly Listed[];
}

export class Conversion {
  readonly moves: Edits;
  /** What the document consumes and produces where an operation does not say. */
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
  readonly document: JsonObject;
  private readonly file: string;
  private readonly findings: Finding[];

  constructor(document: JsonObject, file: string, moves: Edits, findings: Finding[]) {
    this.document = document;
    this.file = file;
    this.moves = moves;
    this.findings = findings;
    this.consumes = strings(document['consumes']) ?? [];
    this.produces = strings(document['produces']) ?? [];
  }

  report(rule: Rule, at: Tokens, message: string, on: 'key' | 'value' = 'value'): void {
    this.findings.push({ rule, at: pointerOf(this.file, at), on, message });
  }

  split(parameters: readonly Json[], owner: Tokens): Split {
    const plain: Pick<Listed, 'value' | 'index'>[] = [];
    const form: Listed[] = [];
    let body: Listed | undefined;
    for (const [index, value] of parameters.entries()) {
      const target = this.follow(value);
      if (target?.['in'] === 'body') {
        if (body) this.leaveOut([...owner, 'parameters', index]);
        body ??= { value, index, target };
      } else if (target?.['in'] === 'formData') form.push({ value, index, target });
      else plain.push({ value, index });
    }
    if (body) for (const { index } of form) this.leaveOut([...owner, 'parameters', index]);
    return { at: owner, plain, body, form };
  }

  private leaveOut(at: Tokens): void {
    this.report(conflictingBodies, at, 'there is a body beside it, which counts; this is left out');
  }

  /** The object that a local reference leads to, or the object itself. References of other files are not known yet. */
  private follow(value: Json): JsonObject | undefined {
    let target: Json | undefined = value;
    for (let step = 0; step < LONGEST_CHAIN && isObject(target); step++) {
      const reference: Json | undefined = target['$ref'];
      if (typeof reference !== 'string') return target;
      const fragment: string | undefined = reference.startsWith('#/') ? decodeFragment(reference.slice(1)) : undefined;
      target = fragment === undefined ? undefined : valueAt(this.document, tokensOf(fragment));
    }
    return undefined;
  }
}

export function strings(value: Json | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
}

const LONGEST_CHAIN = 100;
