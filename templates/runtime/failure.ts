import { refusal } from './issue.js';
import type { Call, CallState, Step } from './operation.js';
import type { AnyResult, Failure } from './result.js';

/** What was thrown on the way of a call, as its result: before anything was sent it is a fault of the request, later one of the network. */
export function failure({ sent, broken }: CallState, cause: unknown): Failure {
  if (broken) return broken;
  if (sent) return { ok: false, status: 'network-error', cause };
  // Without what was thrown: for a bad header it holds the value, which can be a credential.
  const issues = Array.isArray(cause) ? cause : refusal(cause, 'a sendable request', 'request');
  return { ok: false, status: 'invalid-request', issues };
}

/** For layers: the result of a step, or the end of the call's time, whichever comes first. Never rejects. */
export function settled(call: Call, step: Step): Promise<AnyResult> {
  const { signal } = call.over;
  return new Promise((resolve) => {
    const stop = () => resolve({ ok: false, status: signal.reason === 'timeout' ? 'timeout' : 'aborted' });
    signal.addEventListener('abort', stop, { once: true });
    step(call)
      .catch((cause) => failure(call.state, cause))
      .then((result) => {
        signal.removeEventListener('abort', stop);
        resolve(result);
      });
  });
}
