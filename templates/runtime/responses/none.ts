import type { ResponseReader } from '../operation.js';

/** An answer without documented content: its body is `undefined`, and what the server sends all the same is not read. */
export const none: ResponseReader = () => ({});
