/** Everything that is made of a document, in the order in which a reader meets it. */
import { barrel } from './barrel/index.js';
import type { Emitter } from './emitter.js';
import { links } from './links/index.js';
import { operations } from './operations/index.js';
import { pagination } from './pagination/index.js';
import { paths } from './paths/index.js';
import { runtime } from './runtime/index.js';
import { session } from './session/index.js';
import { types } from './types/index.js';
import { validators } from './validators/index.js';

export const emitters: readonly Emitter[] = [types, validators, operations, links, pagination, session, paths, runtime, barrel];
