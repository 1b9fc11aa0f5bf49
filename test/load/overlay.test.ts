import { describe, expect, it } from 'vitest';
import { folderOf, loadIn, sourceOf, told } from './documents.js';

const api = `openapi: 3.1.0
info: {title: t, version: '1'}
tags: [{name: a}, {name: b}, {name: c}]
paths:
  /a: {get: {operationId: a, tags: [a]}}
  "/it's": {get: {operationId: b}}
`;
const overlay = (actions: string, version = '1.1.0'): string =>
  `overlay: ${version}\ninfo: {title: o, version: '1'}\nactions:\n${actions}`;

async function apply(actions: string, version?: string): ReturnType<typeof loadIn> {
  return loadIn(await folderOf({ 'api.yaml': api, 'o.yaml': overlay(actions, version) }), 'api.yaml', { overlays: ['o.yaml'] });
}

describe('overlays', () => {
  it('merge, replace, append, remove and copy', async () => {
    const loaded = await apply(`  - target: $.info
    update: {title: new, contact: {name: n}}
  - {target: '$.tags[?@.name == "b"]', remove: true}
  - {target: $.tags, update: {name: d}}
  - {target: $.tags, update: [{name: e}, {name: f}]}
  - {target: $.paths.*.get, update: {x-all: true}}
  - {target: $.paths, update: {/copy: {}}}
  - target: $.paths['/copy']
    copy: $.paths["/it's"]
  - target: $.paths["/it's"]
    remove: true
`);
    expect(told(loaded)).toEqual([]);
    const source = sourceOf(loaded);
    expect(source.document).toEqual({
      openapi: '3.1.0',
      info: { title: 'new', version: '1', contact: { name: 'n' } },
      tags: [{ name: 'a' }, { name: 'c' }, { name: 'd' }, { name: 'e' }, { name: 'f' }],
      paths: {
        '/a': { get: { operationId: 'a', tags: ['a'], 'x-all': true } },
        '/copy': { get: { operationId: 'b', 'x-all': true } },
      },
    });
    const place = (at: string): string => {
      const { file, line, column } = source.positionOf(at, 'value');
      return `${file}:${line}:${column}`;
    };
    expect(place('#/info/title')).toBe('o.yaml:5:21');
    expect(place('#/info/version')).toBe('api.yaml:2:27');
    expect(place('#/info/contact/name')).toBe('o.yaml:5:42');
    expect(place('#/tags/1/name')).toBe('api.yaml:3:37');
    expect(place('#/tags/4/name')).toBe('o.yaml:8:49');
    expect(place('#/paths/~1copy/get/operationId')).toBe('api.yaml:6:32');
    expect(place('#/paths/~1copy/get/x-all')).toBe('o.yaml:9:45');
    expect(source.inputs.length).toBe(2);
  });
  it.each([
    ['a target that selects nothing', '  - {target: $.nope, remove: true}\n', 'o.yaml:4:14 unmatched-overlay'],
    ['no JSONPath', '  - {target: "$.[", remove: true}\n', 'o.yaml:4:14 invalid-overlay'],
    ['no target', '  - {update: {}}\n', 'o.yaml:4:5 invalid-overlay'],
    ['nothing to do', '  - {target: $.info}\n', 'o.yaml:4:5 invalid-overlay'],
    ['what does not fit', '  - {target: $.info, update: [1]}\n', 'o.yaml:4:30 overlay-conflict'],
    ['what does not fit below', '  - {target: $, update: {info: {title: {}}}}\n', 'o.yaml:4:25 overlay-conflict'],
    ['a number that is rounded', '  - {target: $, update: {x-a: 9007199254740993}}\n', 'o.yaml:4:31 inexact-number'],
    ['a copy of several nodes', '  - {target: $.info, copy: $.tags.*}\n', 'o.yaml:4:28 invalid-overlay'],
  ])('report %s, with the place in the overlay', async (_, actions, wanted) => {
    expect(told(await apply(actions))).toEqual([wanted]);
  });
  it('refuse what is no overlay, and a file that is not there', async () => {
    expect(told(await apply('  - {}\n', '2.0.0'))).toEqual(['o.yaml:1:10 invalid-overlay']);
    const loaded = await loadIn(await folderOf({ 'api.yaml': api }), 'api.yaml', { overlays: ['gone.yaml'] });
    expect(told(loaded)).toEqual(['gone.yaml:1:1 unreadable-document']);
  });
});
