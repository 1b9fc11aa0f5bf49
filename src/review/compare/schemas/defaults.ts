import { quote } from '../../../diagnostics.js';
import type { Json, Schema } from '../../../model/schema.js';
import { exact } from '../canonical.js';
import type { Pair } from './pair.js';

/** A default is what the API does where the caller sends nothing; of what it receives it says nothing. */
export function compareDefaults(was: Schema, is: Schema, pair: Pair): void {
  if (pair.sends) state(was, is, was.docs?.default, is.docs?.default, pair);
}

/** The same of defaults that stand beside references: they go before those of the targets. */
export function compareDefaultsBeside(was: Schema, is: Schema, oldTarget: Schema, newTarget: Schema, pair: Pair): void {
  const [a, b] = [was, is].map((schema) => schema.docs?.default);
  if (!pair.sends || (a === undefined && b === undefined)) return;
  state(was, is, a ?? oldTarget.docs?.default, b ?? newTarget.docs?.default, pair);
}

function state(oldSchema: Schema, newSchema: Schema, was: Json | undefined, is: Json | undefined, pair: Pair): void {
  if (exact(was) === exact(is)) return;
  const places = { old: oldSchema.at, new: newSchema.at, before: show(was), after: show(is) };
  if (was === undefined) pair.add({ code: 'sent-default-added', ...places, message: `the default is ${show(is)}` });
  else if (is === undefined)
    pair.add({ code: 'sent-default-removed', ...places, message: `no default is documented any more; it was ${show(was)}` });
  else pair.add({ code: 'sent-default-changed', ...places, message: `the default is ${show(is)} instead of ${show(was)}` });
}

function show(value: Json | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? quote(value) : quote(JSON.stringify(value)).slice(1, -1);
}
