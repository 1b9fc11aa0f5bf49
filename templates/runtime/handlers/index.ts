/** What `webhooks.ts` is made of. Of all this only what a bundle uses is in it. */
export { type HandlerOptions, handler, type InputReader, type Reception, type Reply, type ReplyWriter } from './handler.js';
export {
  type BodyReader,
  bodyOf,
  bytesIn,
  cookieOf,
  deepQueryOf,
  eventsIn,
  formIn,
  headerOf,
  jsonEventsIn,
  jsonIn,
  queryOf,
  sequenceIn,
  textIn,
} from './readers.js';
export { bytesOut, encodedOut, jsonOut, nothingOut, textOut } from './writers.js';
