/** A path taken apart by its template: RFC 6570 backwards, written for the tests alone. */
import type { Operation, Parameter } from '../../../src/model/api.js';
import type { Schema } from '../../../src/model/schema.js';

type Find = (schema: Schema) => Schema;

/** The values of the parameters; undefined where the path is another's. */
export function pathValues({ path, parameters }: Operation, pathname: string, find: Find): object | undefined {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = path.map((part) => (part.kind === 'literal' ? literal(part.text) : '([^/]+)')).join('');
  const [whole, ...texts] = new RegExp(`^${pattern}$`).exec(pathname) ?? [];
  if (whole === undefined) return undefined;
  const names = path.flatMap((part) => (part.kind === 'parameter' ? [part.name] : []));
  const values = names.flatMap((name, i) => {
    const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
    return parameter ? [[name, valueIn(parameter, texts[i] ?? '', find)] as const] : [];
  });
  return Object.fromEntries(values);
}

function valueIn({ name, schema, encoding }: Parameter, text: string, find: Find): unknown {
  if (encoding.kind === 'content')
    return encoding.mediaType.includes('json') ? JSON.parse(decodeURIComponent(text)) : decodeURIComponent(text);
  const { style, explode } = encoding;
  const target = find(schema);
  const bare = style === 'label' ? text.slice(1) : style === 'matrix' && !explode ? text.slice(name.length + 2) : text;
  const sign = !explode || style === 'simple' ? ',' : style === 'label' ? '.' : ';';
  const pieces = (style === 'matrix' && explode ? text.slice(1) : bare).split(sign);
  const unnamed = (piece: string): string => (style === 'matrix' && explode ? piece.slice(name.length + 1) : piece);
  if (target.kind === 'array') return pieces.map((piece) => scalar(unnamed(piece), find(target.items)));
  if (target.kind !== 'object') return scalar(style === 'matrix' && explode ? unnamed(text.slice(1)) : bare, target);
  const pairs = explode
    ? pieces.map((piece) => piece.split('='))
    : pieces.flatMap((piece, i) => (i % 2 === 0 ? [[piece, pieces[i + 1] ?? '']] : []));
  return Object.fromEntries(
    pairs.map(([key = '', value = '']) => {
      const member = target.properties.find((each) => each.name === decodeURIComponent(key));
      return [decodeURIComponent(key), scalar(value, member && find(member.schema))];
    }),
  );
}

function scalar(text: string, schema: Schema | undefined): unknown {
  const plain = decodeURIComponent(text);
  return schema?.kind === 'number' ? Number(plain) : schema?.kind === 'boolean' ? plain === 'true' : plain;
}
