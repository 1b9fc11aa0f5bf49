/** Schemas that hold themselves with no member and no item in between: nothing decides whether a value is valid. */
import { child, type Pointer, quote } from '../../../diagnostics.js';
import type { Context } from '../../node.js';
import { cyclicReference } from '../../rules.js';
import type { Schema, SchemaId } from '../../schema.js';
import { cyclicSchema } from '../rules.js';

interface Draft {
  readonly id: SchemaId;
  readonly source: string;
  readonly at: Pointer;
  readonly schema: Schema;
}

/** Reports each cycle once, and gives what is in one. Depth first over the references in place, without recursion: chains may be long. */
export function reportCycles(context: Context, drafts: readonly Draft[]): ReadonlySet<SchemaId> {
  const cyclic = new Set<SchemaId>();
  const byId = new Map(drafts.map((draft) => [draft.id, draft]));
  const done = new Set<SchemaId>();
  for (const start of drafts) {
    const path: { readonly draft: Draft; readonly next: (readonly [SchemaId, Pointer])[]; entered: Pointer | undefined }[] = [];
    const open = new Set<SchemaId>();
    const enter = (draft: Draft, entered?: Pointer): void => {
      done.add(draft.id);
      open.add(draft.id);
      path.push({ draft, next: [...inPlace(draft.schema)].reverse(), entered });
    };
    if (!done.has(start.id)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.next.pop();
      const [to, by] = next ?? [];
      const target = to === undefined ? undefined : byId.get(to);
      if (to === undefined || by === undefined) {
        open.delete(top.draft.id);
        path.pop();
      } else if (open.has(to)) {
        const steps = path.slice(path.findIndex(({ draft }) => draft.id === to));
        for (const { draft } of steps) cyclic.add(draft.id);
        report(
          context,
          steps.map(({ draft }) => draft),
          steps[1]?.entered ?? by,
        );
      } else if (target && !done.has(to)) enter(target, by);
    }
  }
  return cyclic;
}

/** `from`: the schema object whose reference leads from the first of the cycle to the next. */
function report(context: Context, cycle: readonly Draft[], from: Pointer): void {
  const [first] = cycle;
  if (!first) return;
  const way = [...cycle, first].map(({ source }) => quote(source)).join(' to ');
  const isBare = cycle.every(({ schema }) => schema.kind === 'reference');
  const keyword = ['$ref', '$dynamicRef'].find((name) => context.source.get(child(from, name)) !== undefined);
  const at = keyword === undefined ? from : child(from, keyword);
  if (isBare) context.report(cyclicReference, at, `references lead from ${way} and to nothing else`);
  else context.report(cyclicSchema, at, `holds itself in place: ${way}`);
}

/** What must be asked about the same value, and where it is referred to. */
export function inPlace(schema: Schema, found: Map<SchemaId, Pointer> = new Map()): ReadonlyMap<SchemaId, Pointer> {
  switch (schema.kind) {
    case 'reference':
      if (!found.has(schema.to)) found.set(schema.to, schema.at);
      break;
    case 'union':
    case 'intersection':
      for (const member of schema.members) inPlace(member, found);
      break;
    case 'not':
      inPlace(schema.schema, found);
      break;
    case 'conditional':
      for (const part of [schema.if, schema.then, schema.else]) inPlace(part, found);
      break;
    case 'unevaluated':
      inPlace(schema.base, found);
      break;
    case 'object':
      for (const { schema: dependent } of schema.dependentSchemas) inPlace(dependent, found);
      break;
    case 'any':
    case 'never':
    case 'literal':
    case 'null':
    case 'boolean':
    case 'number':
    case 'string':
    case 'array':
    case 'binary':
      break;
    default:
      schema satisfies never;
  }
  return found;
}
