/** Every class of change that a caller can meet, by where it is met. */
import { answers } from './answers.js';
import { bodies } from './bodies.js';
import { credentials } from './credentials.js';
import { incoming } from './incoming.js';
import { names } from './names.js';
import { operations } from './operations.js';
import { parameters } from './parameters.js';
import { received } from './received.js';
import { sent } from './sent.js';
import type { ChangeClass } from './words.js';

export const classes: readonly (readonly [heading: string, rows: readonly ChangeClass[]])[] = [
  ['Operations, links and servers', operations],
  ['Parameters', parameters],
  ['Request bodies', bodies],
  ['What is sent', sent],
  ['Responses', answers],
  ['What is received', received],
  ['Credentials', credentials],
  ['Webhooks and callbacks', incoming],
  ['Types by name', names],
];
