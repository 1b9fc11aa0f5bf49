/**
 * What raising moved, so that pointers can be taken both ways: from where the author wrote a node to where it is now,
 * which references need, and back, which diagnostics need.
 */
import { child } from '../../diagnostics.js';

/** Below one node: the members `from` are found under `to`. An empty `from` moves all members, not the node itself. */
export interface Edit {
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** What raising added has no place of its own: it leads back to the node, and nothing leads to it. */
  readonly added?: true;
}

export class Edits {
  private readonly byNode = new Map<string, Edit[]>();

  get isEmpty(): boolean {
    return this.byNode.size === 0;
  }

  /** `node`: tokens of the node as the author wrote it. Of several edits of one node the first that fits is used. */
  add(node: readonly (string | number)[], ...edits: readonly Edit[]): void {
    const key = keyOf(node);
    this.byNode.set(key, [...(this.byNode.get(key) ?? []), ...edits]);
  }

  /** From the author's tokens to those of now. */
  forward(tokens: readonly string[]): readonly string[] {
    return this.translate(
      tokens,
      (edit) => edit.from,
      (edit) => edit.to,
      true,
    );
  }

  /** From the tokens of now to the author's. */
  back(tokens: readonly string[]): readonly string[] {
    return this.translate(
      tokens,
      (edit) => edit.to,
      (edit) => edit.from,
      false,
    );
  }

  private translate(tokens: readonly string[], taken: Side, given: Side, forward: boolean): readonly string[] {
    if (this.byNode.size === 0) return tokens;
    const authored: string[] = [];
    const out: string[] = [];
    for (let i = 0; i < tokens.length; ) {
      const rest = tokens.slice(i);
      const edit = this.byNode
        .get(keyOf(authored))
        ?.find((candidate) => !(forward && candidate.added) && startsWith(rest, taken(candidate)));
      const token = rest[0] ?? '';
      const consumed = edit ? taken(edit) : [token];
      const produced = edit ? given(edit) : [token];
      // An edit without tokens of its own is followed by the member that it moves.
      const whole = consumed.length === 0 || (produced.length === 0 && rest.length > consumed.length);
      const next = whole && consumed.length < rest.length ? [rest[consumed.length] ?? ''] : [];
      out.push(...produced, ...next);
      authored.push(...(forward ? consumed : produced), ...next);
      i += consumed.length + next.length;
    }
    return out;
  }
}

type Side = (edit: Edit) => readonly string[];

/** Unambiguous, whatever the tokens hold. */
const keyOf = (tokens: readonly (string | number)[]): string => child('', ...tokens);

const startsWith = (tokens: readonly string[], start: readonly string[]): boolean =>
  start.every((token, i) => tokens[i] === token);
