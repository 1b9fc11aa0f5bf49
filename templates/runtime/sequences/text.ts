/** Thrown for what is no sequence of its kind; the message says what was expected. */
export class Undecodable extends Error {}

/** The body piece by piece. Cancels it when the reading ends early. Rejects where the connection fails; with an `Undecodable` where it is no UTF-8. */
export async function* piecesOf(response: Response): AsyncGenerator<string, void, undefined> {
  const reader = response.body?.getReader();
  if (!reader) return yield await response.text();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = decoded(decoder, value, !done);
      if (text) yield text;
      if (done) return;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function decoded(decoder: TextDecoder, bytes: AllowSharedBufferSource | undefined, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new Undecodable('UTF-8');
  }
}

/** The pieces cut at a separator. The last one is not ended by it. An `Undecodable` where one is longer than `limit` UTF-16 code units. */
export async function* cut(
  pieces: AsyncIterable<string>,
  separator: string,
  limit: number,
): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const piece of pieces) {
    // Only the new piece is searched: a long line in many pieces must not cost its square.
    const parts = piece.split(separator);
    parts[0] = rest + (parts[0] ?? '');
    rest = parts.pop() ?? '';
    yield* parts;
    if (rest.length > limit) throw new Undecodable('items no longer than maxBytes');
  }
  yield rest;
}
