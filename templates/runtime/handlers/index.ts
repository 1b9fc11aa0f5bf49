/** What `webhooks.ts` is made of. Of all this only what a bundle uses is in it. */
export { type HandlerOptions, handler, type InputReader, type Reception, type Reply, type ReplyWriter } from './handler.js';
export {
  type BodyReader,
  bodyOf,
  bytesIn,
  cookieOf,
  deepQueryOf,
  formIn,
  headerOf,
  jsonIn,
  queryOf,
  sequenceIn,
  textIn,
} from './readers.js';
export { anythingOut, bytesOut, jsonOut, nothingOut, textOut } from './writers.js';
