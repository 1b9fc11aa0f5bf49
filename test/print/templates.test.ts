/** Templates: what they may hold, and how their holes are filled. */
import Handlebars from 'handlebars';
import { expect, test } from 'vitest';
import { compileOptions, parseTemplate } from '../../src/print/template-grammar.js';
import { render, templateNames } from '../../src/print/templates.js';

test.each([
  '{{{a}}}',
  '{{&a}}',
  '{{#if a}}{{/if}}',
  '{{#each a}}{{/each}}',
  '{{#unless a}}{{/unless}}',
  '{{#with a}}{{/with}}',
  '{{> a}}',
  '{{a.b}}',
  '{{../a}}',
  '{{@a}}',
  '{{f a}}',
  '{{f a=1}}',
  '{{(f a)}}',
  '{{this}}',
  '{{"a"}}',
  '{{1}}',
  '{{{{raw}}}}{{{{/raw}}}}',
  '{{* a}}',
])('%s is refused', (text) => {
  expect(() => parseTemplate('test', text)).toThrow();
});

test('a refusal names the place', () => {
  expect(() => parseTemplate('a/b', 'one\n{{{two}}}')).toThrow('templates/a/b.hbs:2: a raw hole is not allowed in a template');
});

test('every hole goes through the helper, comments go nowhere', () => {
  const template = Handlebars.compile(parseTemplate('test', 'a{{! note }} {{ x }}<{{y}}'), compileOptions);
  const seen: unknown[] = [];
  const quoted = (value: unknown): string => {
    seen.push(value);
    return '<>&"\'';
  };
  expect(template({ x: 1, y: '</script>' }, { helpers: { quoted } })).toBe('a <>&"\'<<>&"\'');
  expect(seen).toEqual([1, '</script>']);
});

test('a hole that is given and not there is a fault', () => {
  expect(() => render('shared/header', { stranger: 1 })).toThrow('templates/shared/header.hbs has no hole stranger');
});

test.each(templateNames)('%s is a template', (name) => {
  expect(name).toMatch(/^[a-z]+\/[a-z-]+$/);
});
