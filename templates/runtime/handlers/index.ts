/** What `webhooks.ts` is made of. Of all this only what a bundle uses is in it. */
export { type HandlerOptions, handler, type InputReader, type Reception, type Reply, type ReplyWriter } from './handler.js';
export {
  type BodyReader,
  bodyOf,
  bytesIn,
  cookiesOf,
  eventsIn,
  formQuery,
  headersOf,
  jsonEventsIn,
  jsonIn,
  queryOf,
  querystringOf,
  sequenceIn,
  textIn,
  textQuery,
} from './readers.js';
export { bytesOut, encodedOut, jsonOut, nothingOut, sequenceOut, textOut } from './writers.js';
