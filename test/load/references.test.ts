import { symlink } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaults } from '../../src/options.js';
import { folderOf, loadIn, loadObject, sourceOf, told } from './documents.js';

const schemas = (all: object): object => ({ openapi: '3.1.0', components: { schemas: all } });
const main = (all: object): string => JSON.stringify(schemas(all));
const from = '#/components/schemas/A';

describe('references inside one file', () => {
  const components = {
    A: { $ref: '#/components/schemas/B' },
    B: {
      type: 'object',
      properties: { 'a/b~c d': { type: 'string' }, $ref: { type: 'integer' } },
      allOf: [true, { type: 'object' }],
    },
    C: {
      $id: 'https://example.com/c/',
      $anchor: 'root',
      $defs: { d: { $anchor: 'd', type: 'null' }, e: { $dynamicAnchor: 'e' } },
    },
    D: { $id: 'https://example.com/d', properties: { c: { $ref: 'c/#d' } } },
  };
  const document = schemas(components);
  it.each([
    ['#/components/schemas/B/properties/a~1b~0c%20d', '#/components/schemas/B/properties/a~1b~0c d'],
    ['#/components/schemas/B/properties/$ref', '#/components/schemas/B/properties/$ref'],
    ['#/components/schemas/B/allOf/1', '#/components/schemas/B/allOf/1'],
    ['#', '#'],
    ['https://example.com/c/', '#/components/schemas/C'],
    ['https://example.com/c/#d', '#/components/schemas/C/$defs/d'],
    ['https://example.com/c/#/$defs/d', '#/components/schemas/C/$defs/d'],
  ])('%s', async (reference, at) => {
    const resolved = sourceOf(await loadObject(document)).resolve(reference, from);
    expect('at' in resolved ? resolved.at : resolved.problem).toBe(at);
  });
  it('resolves against the $id in force', async () => {
    const source = sourceOf(await loadObject(document));
    expect(source.resolve('c/#d', '#/components/schemas/D/properties/c')).toMatchObject({ at: '#/components/schemas/C/$defs/d' });
    expect(source.resolve('#e', '#/components/schemas/C/$defs/d')).toMatchObject({ dynamicAnchor: 'e' });
    expect(source.resourceOf('#/components/schemas/C/$defs/d')).toEqual({
      at: '#/components/schemas/C',
      dynamicAnchors: new Map([['e', '#/components/schemas/C/$defs/e']]),
    });
  });
  it.each([
    ['#/components/schemas/Nope', 'has no member "Nope"'],
    ['#/components/schemas/B/allOf/01', 'without an entry "01"'],
    ['#/components/schemas/__proto__', 'has no member "__proto__"'],
    ['#/components/schemas/toString', 'has no member "toString"'],
    ['#/components/%ZZ', 'percent-encoded'],
    ['#nope', 'no anchor "nope"'],
    ['http://[', 'no URI'],
    ['data:application/json,{}', 'data:'],
  ])('%s leads nowhere', async (reference, problem) => {
    const source = sourceOf(await loadObject(schemas({ ...components, A: { $ref: reference } })));
    expect(source.resolve(reference, from)).toEqual({ problem: expect.stringContaining(problem) });
  });
});

describe('references to other files', () => {
  it('follows them from file to file, raises what they ask for, and keeps every place', async () => {
    const folder = await folderOf({
      'api/main.yaml': 'openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    A: {$ref: "parts/pet.yaml#/Pet"}\n',
      'api/parts/pet.yaml':
        'Pet:\n  type: object\n  properties:\n    tag: {$ref: "tag.json"}\n    name:\n      type: string\n      nullable: true\n',
      'api/parts/tag.json': '{\n  "type": "string",\n  "minimum": 1, "exclusiveMinimum": true}',
    });
    const source = sourceOf(await loadIn(folder, 'api/main.yaml'));
    expect(source.resolve('parts/pet.yaml#/Pet', from)).toMatchObject({ at: 'parts/pet.yaml#/Pet' });
    expect(source.get('parts/pet.yaml#/Pet/properties/name')).toEqual({ type: ['string', 'null'] });
    expect(source.resolve('tag.json', 'parts/pet.yaml#/Pet/properties/tag')).toMatchObject({
      at: 'parts/tag.json#',
      value: { type: 'string', exclusiveMinimum: 1 },
    });
    expect(source.positionOf('parts/tag.json#/type', 'value')).toEqual({ file: 'api/parts/tag.json', line: 2, column: 11 });
    expect(source.inputs.map(({ path }) => path.slice(folder.length))).toEqual([
      '/api/main.yaml',
      '/api/parts/pet.yaml',
      '/api/parts/tag.json',
    ]);
  });
  it('names what is wrong in another file, there', async () => {
    const folder = await folderOf({ 'main.json': main({ A: { $ref: 'other.json' } }), 'other.json': '{\n  "a": }' });
    const loaded = await loadIn(folder, 'main.json');
    expect(told(loaded)).toEqual(['other.json:2:8 invalid-syntax']);
    expect(sourceOf(loaded).resolve('other.json', from)).toEqual({ problem: expect.stringContaining('cannot be read') });
  });
  it('leads back into the main document', async () => {
    const folder = await folderOf({
      'main.json': main({ A: { $ref: 'other.json#/X' }, B: { type: 'null' } }),
      'other.json': '{"X": {"$ref": "main.json#/components/schemas/B"}}',
    });
    const source = sourceOf(await loadIn(folder, 'main.json'));
    expect(source.resolve('main.json#/components/schemas/B', 'other.json#/X')).toMatchObject({ at: '#/components/schemas/B' });
  });
  it('reads only what is a reference, not data that looks like one', async () => {
    const data = { $ref: 'http://127.0.0.1:1/x' };
    const folder = await folderOf({
      'main.json': main({ A: { example: data, default: data, const: data, enum: [data], 'x-a': data, examples: [data] } }),
    });
    const loaded = await loadIn(folder, 'main.json');
    expect(loaded.findings).toEqual([]);
    expect(sourceOf(loaded).inputs.length).toBe(1);
  });
  it('finds targets in places that are data to the specification', async () => {
    const folder = await folderOf({
      'main.json': JSON.stringify({
        openapi: '3.0.0',
        'x-s': { P: { type: 'string', nullable: true } },
        components: { schemas: { A: { $ref: '#/x-s/P' } } },
      }),
    });
    expect(sourceOf(await loadIn(folder, 'main.json')).resolve('#/x-s/P', from)).toMatchObject({
      value: { type: ['string', 'null'] },
    });
  });
  it('knows the meta-schema of 2020-12 without the network', async () => {
    const reference = 'https://json-schema.org/draft/2020-12/schema';
    const source = sourceOf(await loadObject(schemas({ A: { $ref: reference } })));
    expect(source.resolve(reference, from)).toMatchObject({ at: `${reference}#` });
    expect(source.isStrict(`${reference}#/allOf/0`)).toBe(true);
    expect(source.resolve('meta/core', `${reference}#/allOf/0`)).toMatchObject({
      at: 'https://json-schema.org/draft/2020-12/meta/core#',
    });
  });
});

describe('what references may not read', () => {
  it.each([
    ['file:///etc/passwd', 'file: URLs'],
    ['/etc/passwd', 'absolute paths'],
    ['../secret.yaml#/a', 'outside the folder'],
    ['%2e%2e/secret.yaml', 'outside the folder'],
    ['..\\secret.yaml', 'outside the folder'],
    ['\\\\host\\share\\a.yaml', 'absolute paths'],
    ['//host/a.yaml', 'absolute paths'],
    ['link.yaml', 'outside the folder'],
    ['sub', 'no regular file'],
    ['gone.yaml', 'does not exist'],
    ['http://127.0.0.1:9/a.json', '127.0.0.1:9 is not among `references.hosts`'],
    ['http://a:b@127.0.0.1/a.json', 'credentials'],
    ['ftp://127.0.0.1/a.json', 'no scheme'],
  ])('%s', async (reference, problem) => {
    const folder = await folderOf({
      'secret.yaml': 'type: string',
      'api/sub/x': '',
      'api/main.json': main({ A: { $ref: reference } }),
    });
    await symlink(join(folder, 'secret.yaml'), join(folder, 'api/link.yaml'));
    const source = sourceOf(await loadIn(folder, 'api/main.json'));
    expect(source.resolve(reference, from)).toEqual({ problem: expect.stringContaining(problem) });
    // What is not there yet is waited for; of everything else nothing is known.
    const missing = source.inputs.filter(({ hash }) => hash === '').map(({ path }) => path.slice(folder.length));
    expect(missing).toEqual(reference === 'gone.yaml' ? ['/api/gone.yaml'] : []);
    expect(source.inputs.length - missing.length).toBe(1);
  });
  it('reads from a folder that the config allows', async () => {
    const folder = await folderOf({
      'shared/a.yaml': 'type: string',
      'api/main.json': main({ A: { $ref: '../shared/a.yaml' } }),
    });
    const source = sourceOf(
      await loadIn(folder, 'api/main.json', { references: { ...defaults.references, folders: ['shared'] } }),
    );
    expect(source.resolve('../shared/a.yaml', from)).toMatchObject({ at: '../shared/a.yaml#', value: { type: 'string' } });
  });
});

describe('references to hosts', () => {
  const serve = async (): Promise<{ readonly host: string; readonly asked: string[] }> => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization ?? ''}${request.headers.cookie ?? ''}`.trim());
      if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:9/secret' }).end();
      else if (request.url === '/near') response.writeHead(302, { location: '/a.json' }).end();
      else if (request.url === '/hang') response.writeHead(200).write('{');
      else if (request.url === '/huge') response.end('x'.repeat(10_000));
      else if (request.url === '/gone') response.writeHead(404).end();
      else response.end('{"type": "string"}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
    return { host: `127.0.0.1:${address.port}`, asked };
  };
  it.each([
    ['/a.json', { value: { type: 'string' } }],
    ['/near', { value: { type: 'string' } }],
    ['/away', { problem: expect.stringContaining('127.0.0.1:9 is not among') }],
    ['/hang', { problem: expect.stringContaining('within 300 ms') }],
    ['/huge', { problem: expect.stringContaining('larger than 5000 bytes') }],
    ['/gone', { problem: expect.stringContaining('404') }],
  ])('%s of an allowed host', async (path, wanted) => {
    const { host } = await serve();
    const reference = `http://${host}${path}`;
    const source = sourceOf(
      await loadObject(schemas({ A: { $ref: reference } }), {
        references: { folders: [], hosts: [host], timeout: path === '/hang' ? 300 : 30_000 },
        limits: { ...defaults.limits, size: 5000 },
      }),
    );
    expect(source.resolve(reference, from)).toMatchObject(wanted);
  });
  it('connects to none that is not allowed', async () => {
    const { host, asked } = await serve();
    const loaded = await loadObject(
      schemas({ A: { $ref: `http://${host}/a.json` }, B: { $id: `http://${host}/b/`, $ref: 'a.json' } }),
    );
    expect(loaded.source).toBeDefined();
    expect(asked).toEqual([]);
  });
  it('reads the main document from a URL, and its neighbours from there', async () => {
    const { host } = await serve();
    const loaded = await loadIn('.', `http://${host}/a.json`);
    expect(told(loaded)).toEqual([`http://${host}/a.json:1:1 unknown-version`]);
  });
});
