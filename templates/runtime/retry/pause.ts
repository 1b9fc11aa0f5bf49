/** Resolves after `milliseconds`, or as soon as the signal is aborted. More than a timer can hold would be no time at all. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, Math.min(milliseconds, 2 ** 31 - 1));
    if (signal.aborted) end();
    signal.addEventListener('abort', end);
  });
}
