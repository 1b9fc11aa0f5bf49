/** Waits for `work` no longer than `milliseconds` or until `outer` is aborted: then it rejects, and the signal given to `work` is aborted. */
export async function within<T>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<T>,
  outer?: AbortSignal,
): Promise<T> {
  const over = new AbortController();
  const { signal } = over;
  const stop = (): void => over.abort();
  const stopped = new Promise<never>((_, reject) => {
    signal.onabort = () => reject(signal.reason);
  });
  const timer = setTimeout(stop, milliseconds);
  outer?.addEventListener('abort', stop, { signal });
  if (outer?.aborted) stop();
  try {
    return await Promise.race([work(signal), stopped]);
  } finally {
    clearTimeout(timer);
    stop();
  }
}
