/** A schema of a document with all that it refers to, and nothing else: for a validator that loses its way in the whole. */
import { child, type Pointer } from '../../src/diagnostics.js';
import { SCHEMA_KEYWORDS } from '../../src/load/raise/grammar.js';
import type { JsonObject, Source } from '../../src/load/source.js';
import { isObject } from '../../src/model/node.js';
import type { Json } from '../../src/model/schema.js';

/** References lead into `$defs`, and what is no keyword of an assertion (examples, defaults, identifiers) is left out. */
export function standalone(source: Source, at: Pointer): JsonObject {
  const names = new Map<Pointer, string>();
  const definitions: { [name: string]: Json } = {};
  const nameOf = (target: Pointer): string => {
    const name = names.get(target) ?? String(names.size);
    names.set(target, name);
    return name;
  };
  const root = nameOf(at);
  // A map gives what is added to it while it is walked.
  for (const [target, name] of names) definitions[name] = schemaAt(target, source.get(target));
  return { $ref: `#/$defs/${root}`, $defs: definitions };

  function schemaAt(place: Pointer, schema: Json | undefined): Json {
    if (!isObject(schema)) return schema === false ? false : {};
    const out: { [key: string]: Json } = {};
    for (const [key, held] of Object.entries(schema)) {
      const holds = SCHEMA_KEYWORDS.get(key);
      if (holds === undefined) {
        if (!LEFT_OUT.has(key)) out[key] = key === '$ref' && typeof held === 'string' ? reference(held, place) : held;
      } else if (holds === 'map' && isObject(held)) {
        out[key] = Object.fromEntries(
          Object.entries(held).map(([name, each]) => [name, schemaAt(child(place, key, name), each)]),
        );
      } else if (Array.isArray(held)) {
        out[key] = held.map((each, i) => schemaAt(child(place, key, i), each));
      } else {
        out[key] = schemaAt(child(place, key), held);
      }
    }
    if (typeof out['pattern'] !== 'string') delete out['pattern'];
    return out;
  }

  function reference(given: string, place: Pointer): string {
    const target = source.resolve(given, place);
    if ('problem' in target) throw new Error(`${given} ${target.problem}`);
    return `#/$defs/${nameOf(target.at)}`;
  }
}

const LEFT_OUT: ReadonlySet<string> = new Set(['$id', 'id', '$schema', 'example', 'examples', 'default', 'discriminator']);
