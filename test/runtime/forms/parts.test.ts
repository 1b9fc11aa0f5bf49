/** Multipart bodies taken apart. */
import { describe, expect, it } from 'vitest';
import { partsIn } from '../../../templates/runtime/forms/parts.js';
import { asNumber, each, file, files, fromJson, multipartValue, one, partsValue } from '../../../templates/runtime/index.js';

const lines = (...all: readonly string[]): Blob => new Blob([all.join('\r\n')]);
const type = 'multipart/form-data; boundary=b';
const told = async (bytes: Blob, contentType = type) =>
  (await partsIn(bytes, contentType)).map(({ content, ...part }) => ({
    ...part,
    headers: Object.fromEntries(part.headers),
    text: new TextDecoder().decode(content),
  }));

describe('parts', () => {
  it('have a name, headers and bytes', async () => {
    const bytes = lines(
      'before all, and ignored',
      '--b',
      'Content-Disposition: form-data; name="a%22b"; filename="ü;=.txt"',
      'content-type: image/png',
      'X-Long: one,',
      ' two',
      '',
      'line\r\n--bb\r\n',
      '--b  ',
      'content-disposition: form-data; name=plain',
      '',
      '',
      '--b',
      '',
      '{}',
      '--b--',
      'after all',
    );
    expect(await told(bytes)).toEqual([
      {
        name: 'a"b',
        filename: 'ü;=.txt',
        headers: { 'content-type': 'image/png', 'x-long': 'one, two' },
        type: 'image/png',
        text: 'line\r\n--bb\r\n',
      },
      { name: 'plain', filename: undefined, headers: {}, type: 'text/plain', text: '' },
      { name: undefined, filename: undefined, headers: {}, type: 'text/plain', text: '{}' },
    ]);
  });
  it('keep every byte', async () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i);
    const bytes = new Blob(['--b\r\ncontent-disposition: form-data; name="f"; filename="f"\r\n\r\n', all, '\r\n--b--']);
    const [part] = await partsIn(bytes, type);
    expect(new Uint8Array(part?.content ?? new ArrayBuffer(0))).toEqual(all);
  });
  it('have a boundary of any signs', async () => {
    expect(await told(lines('--a+b (c)?', '', 'x', '--a+b (c)?--'), 'multipart/mixed; Boundary="a+b (c)?"; x=y')).toMatchObject([
      { text: 'x' },
    ]);
  });
  it('can be none', async () => {
    expect(await told(lines('--b--', ''))).toEqual([]);
  });
  it('are read in time in proportion to them', async () => {
    const many = new Blob(['--b\r\ncontent-disposition: form-data; name=a\r\n\r\nx\r\n'.repeat(40_000), '--b--']);
    const start = performance.now();
    expect(await partsIn(many, type)).toHaveLength(40_000);
    expect(performance.now() - start).toBeLessThan(4_000);
  });
  it.each([
    ['no boundary', lines('--b', '', 'x', '--b--'), 'multipart/form-data'],
    ['no end', lines('--b', '', 'x', '--b'), type],
    ['nothing', new Blob(), type],
    ['a part without an end of its headers', lines('--b', 'x: y', '--b--'), type],
    ['a header that is none', lines('--b', 'x y: z', '', '', '--b--'), type],
  ])('are refused for %s', async (_, bytes, contentType) => {
    await expect(partsIn(bytes, contentType)).rejects.toThrow(TypeError);
  });
});

describe('values', () => {
  const form = new FormData();
  form.append('n', '1');
  form.append('meta', new Blob(['{"a":1}'], { type: 'application/json' }));
  form.append('list', 'x');
  form.append('list', 'y');
  form.append('photo', new File(['png'], 'p.png', { type: 'image/png' }));
  form.append('other', new File(['?'], 'o'));
  form.append('more', 'text');
  it("of the platform's own forms", async () => {
    const sent = new Response(form);
    const read = multipartValue([
      ['n', one(asNumber)],
      ['meta', one(fromJson())],
      ['list', each(asNumber)],
      ['photo', file],
      ['none', files],
    ]);
    const value = await read(await sent.blob(), sent.headers.get('content-type') ?? '');
    expect(value).toMatchObject({ n: 1, meta: { a: 1 }, list: ['x', 'y'], more: 'text' });
    const { photo, other } = value as { photo?: File; other?: File };
    expect([photo?.name, photo?.type, await photo?.text(), await other?.text()]).toEqual(['p.png', 'image/png', 'png', '?']);
  });
  it('in their order', async () => {
    const value = await partsValue([fromJson()], undefined)(lines('--b', '', '{"a":1}', '--b', '', 'x', '--b--'), type);
    expect(value).toEqual([{ a: 1 }, expect.any(Blob)]);
  });
  it('with the headers that are described', async () => {
    const bytes = lines('--b', 'content-disposition: form-data; name="a"', 'X-N: 7', 'x-other: 1', '', '', '--b--');
    let headers: object | undefined;
    await multipartValue([], undefined, { a: { 'x-n': asNumber } })(bytes, type, (all) => {
      headers = all;
    });
    expect({ ...headers }).toEqual({ a: { 'x-n': 7 } });
  });
});
