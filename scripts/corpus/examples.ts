/**
 * Shows the emitted validators the examples of the document. Where one is refused, ajv judges the raised document's own schema:
 * an example that it refuses too breaks its schema. Of any other the validators that read the schema by the letter are asked.
 */
import { child, type Pointer } from '../../src/diagnostics.js';
import type { Source } from '../../src/load/source.js';
import type { Api, MediaType, Operation } from '../../src/model/api.js';
import type { Json, SchemaId } from '../../src/model/schema.js';
import { Judge } from './judge.js';
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
