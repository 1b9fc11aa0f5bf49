/**
 * Shows the emitted validators the examples of the document. Where one is refused, ajv judges the raised document's own schema:
 * an example that it refuses too breaks its schema. Of any other the validators that read the schema by the letter are asked.
 */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { child, type Pointer } from '../../src/diagnostics.js';
import type { Source } from '../../src/load/source.js';
import type { Api, MediaType, Operation } from '../../src/model/api.js';
import type { Json, SchemaId } from '../../src/model/schema.js';
import type { Examples } from './outcome.js';

interface Example {
  readonly validator: SchemaId;
  readonly value: Json;
  readonly schemaAt: Pointer;
}
export type Exports = Readonly<Record<string, unknown>>;

/** `byTheLetter`: the validators that a document gets where nothing is read into it; they are made only if they are needed. */
export async function tryExamples(
  source: Source,
  api: Api,
  validators: Exports,
  byTheLetter: () => Promise<Exports>,
): Promise<Examples> {
  let accepted = 0;
  let wrong = 0;
  const undecided: string[] = [];
  const left: Example[] = [];
  const judge = new Judge(source);
  for (const example of examplesOf(api)) {
    if (validatorOf(validators, example).is(example.value)) {
      accepted++;
      continue;
    }
    const verdict = judge.accepts(example);
    if (verdict === true) left.push(example);
    else if (verdict === false) wrong++;
    else undecided.push(`${example.schemaAt} (${example.validator}): ${verdict.message}`);
  }
  const letter = left.length > 0 ? await byTheLetter() : {};
  const disputed = left.filter((example) => !validatorOf(letter, example).is(example.value));
  return {
    accepted,
    wrong,
    implied: left.length - disputed.length,
    undecided,
    disputed: disputed.map((example) => {
      const issue = firstIssue(validatorOf(validators, example), example.value);
      return `${example.schemaAt} (${example.validator}): ${issue}`;
    }),
  };
}

function* examplesOf(api: Api): Generator<Example> {
  const media = api.operations.flatMap(mediaTypesOf);
  // Where schemas were drawn together, theirs is the place of the first; an example is one of all of them.
  const whole = new Map(
    media.flatMap(({ validator, at }) => (validator === undefined ? [] : [[validator, child(at, 'schema')]])),
  );
  for (const { id, schema, at, origin } of api.schemas) {
    const schemaAt = (origin === 'inline' ? whole.get(id) : undefined) ?? at;
    for (const value of schema.docs?.examples ?? []) yield { validator: id, value, schemaAt };
  }
  for (const each of media) yield* examplesOfMedia(each);
}

const mediaTypesOf = (operation: Operation): readonly MediaType[] => [
  ...(operation.body?.content ?? []),
  ...operation.responses.flatMap((response) => response.content),
];

function* examplesOfMedia(media: MediaType): Generator<Example> {
  if (media.codec.kind !== 'json' || media.validator === undefined) return;
  for (const value of media.docs.examples ?? []) yield { validator: media.validator, value, schemaAt: child(media.at, 'schema') };
}

/** ajv on the raised document's own schemas. */
export class Judge {
  private readonly source: Source;
  private ajv: Ajv2020 | undefined;
  constructor(source: Source) {
    this.source = source;
  }

  /** An error where ajv cannot say. */
  accepts({ schemaAt, value }: Pick<Example, 'schemaAt' | 'value'>): boolean | Error {
    try {
      return this.compile(schemaAt)(value) === true;
    } catch (cause) {
      return cause instanceof Error ? cause : new Error(String(cause));
    }
  }
  private compile(at: Pointer): ValidateFunction {
    if (!this.ajv) {
      this.ajv = new Ajv2020({
        strict: false,
        validateFormats: false,
        logger: false,
        validateSchema: false,
        inlineRefs: false,
        code: { regExp: tolerant },
      });
      this.ajv.addSchema(this.source.document, 'document');
    }
    const known = this.ajv.getSchema(`document${encodeURI(at)}`);
    if (!known) throw new Error(`there is no schema at ${at}`);
    return known;
  }
}

/** A pattern that is none of JavaScript's takes everything, so that the rest of the schema is judged all the same. */
const tolerant = Object.assign(
  (pattern: string, flags: string): RegExp => {
    try {
      return new RegExp(pattern, flags);
    } catch {
      return /(?:)/;
    }
  },
  { code: 'tolerant' },
);

interface AnyValidator {
  is(value: unknown): boolean;
  validate(value: unknown): {
    readonly issues?: readonly { readonly pointer: string; readonly message: string; readonly schemaPath: string }[];
  };
}
function validatorOf(validators: Exports, { validator }: Example): AnyValidator {
  // By the letter, what is sent or received is the component itself.
  const found = validators[validator] ?? validators[validator.replace(/(?:Request|Response|Received)$/, '')];
  if (!isValidator(found)) throw new Error(`there is no validator ${validator}`);
  return found;
}
const isValidator = (value: unknown): value is AnyValidator =>
  typeof value === 'object' && value !== null && 'is' in value && 'validate' in value;

function firstIssue(validator: AnyValidator, value: Json): string {
  const issue = validator.validate(value).issues?.[0];
  return issue ? `${issue.pointer} ${issue.message} [${issue.schemaPath}]` : 'no issue';
}
