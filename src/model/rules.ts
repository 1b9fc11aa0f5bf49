import type { Rule } from '../diagnostics.js';

export const wrongType: Rule = {
  code: 'wrong-type',
  level: 'error',
  summary: 'A member that shapes the output holds a value of a type that the specification does not allow there.',
  action: 'Nothing is written.',
  remedy: 'Correct the document, or patch it with an overlay.',
};

export const unusableMember: Rule = {
  code: 'unusable-member',
  level: 'warning',
  summary:
    'A member is null, or holds a value of a type that the specification does not allow there, and the output is right without it.',
  action:
    'It is left out: a text is not shown, a bound is not checked, an entry of a map that is null is taken for an empty object.',
  remedy: 'Correct the document, or patch it with an overlay.',
};

export const valueOfOtherType: Rule = {
  code: 'value-of-other-type',
  level: 'warning',
  summary:
    'A value stands there as another type than the specification has, and its meaning is clear: a number or `true` as a string, a text as a number, an empty map as a list.',
  action: 'It is read as what it means.',
  remedy: 'Write it as what it is: without the quotes, or with them.',
};

export const unresolvedReference: Rule = {
  code: 'unresolved-reference',
  level: 'error',
  summary: 'A `$ref` points to nothing that may be read.',
  action: 'Nothing is written.',
  remedy: 'Correct the reference; allow its folder or host under `references` if it is to be read from there.',
};

export const referenceThroughReference: Rule = {
  code: 'reference-through-reference',
  level: 'warning',
  summary: 'A `$ref` points to a place below another `$ref`, where strictly there is nothing.',
  action: 'The other one is followed, and what is left of the pointer is looked up in its target.',
  remedy: 'Point to the target itself.',
};

export const cyclicReference: Rule = {
  code: 'cyclic-reference',
  level: 'error',
  summary: 'References lead back to where they began without anything in between, so they mean nothing.',
  action: 'Nothing is written.',
  remedy: 'Let one of them hold a definition.',
};

export const nameCollision: Rule = {
  code: 'name-collision',
  level: 'warning',
  summary: 'Two names of the document become the same TypeScript identifier.',
  action: 'The one that is spelt like the identifier keeps it; the others get a suffix made from their own spelling.',
  remedy: 'Pin a name with `schemas.names` or `operations.names`.',
};
