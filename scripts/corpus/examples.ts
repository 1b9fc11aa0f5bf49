/**
 * Shows the emitted validators the examples of the document. Where one is refused, ajv judges the raised document's own schema:
 * an example that it refuses too breaks its schema, and any other is ours to explain.
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

export function tryExamples(source: Source, api: Api, validators: Readonly<Record<string, unknown>>): Examples {
  let accepted = 0;
  let wrong = 0;
  const disputed: string[] = [];
  const judge = new Judge(source);
  for (const example of examplesOf(api)) {
    const validator = validators[example.validator];
    if (!isValidator(validator)) throw new Error(`there is no validator ${example.validator}`);
    if (validator.is(example.value)) accepted++;
    else if (judge.accepts(example) === true)
      disputed.push(`${example.schemaAt} (${example.validator}): ${firstIssue(validator, example.value)}`);
    else wrong++;
  }
  return { accepted, wrong, disputed };
}

function* examplesOf(api: Api): Generator<Example> {
  for (const { id, schema, at } of api.schemas) {
    for (const value of schema.docs?.examples ?? []) yield { validator: id, value, schemaAt: at };
  }
  for (const operation of api.operations) for (const media of mediaTypesOf(operation)) yield* examplesOfMedia(media);
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

  /** Undefined where ajv cannot say. */
  accepts({ schemaAt, value }: Pick<Example, 'schemaAt' | 'value'>): boolean | undefined {
    try {
      return this.compile(schemaAt)(value) === true;
    } catch {
      return undefined;
    }
  }
  private compile(at: Pointer): ValidateFunction {
    if (!this.ajv) {
      this.ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false, validateSchema: false, inlineRefs: false });
      this.ajv.addSchema(this.source.document, 'document');
    }
    const known = this.ajv.getSchema(`document${encodeURI(at)}`);
    if (!known) throw new Error(`there is no schema at ${at}`);
    return known;
  }
}

interface AnyValidator {
  is(value: unknown): boolean;
  validate(value: unknown): {
    readonly issues?: readonly { readonly pointer: string; readonly message: string; readonly schemaPath: string }[];
  };
}
const isValidator = (value: unknown): value is AnyValidator =>
  typeof value === 'object' && value !== null && 'is' in value && 'validate' in value;

function firstIssue(validator: AnyValidator, value: Json): string {
  const issue = validator.validate(value).issues?.[0];
  return issue ? `${issue.pointer} ${issue.message} [${issue.schemaPath}]` : 'no issue';
}
