/** Waits for `work` no longer than `milliseconds` or until `outer` is aborted: then it rejects, and the signal given to `work` is aborted. */
export async function within<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  let stop = (): void => {};
  const end = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('The time for this is over.'));
  });
  const timer = setTimeout(stop, milliseconds);
  outer?.addEventListener('abort', stop);
  if (outer?.aborted) stop();
  try {
    return await Promise.race([work(over.signal), end]);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener('abort', stop);
    over.abort();
  }
}
