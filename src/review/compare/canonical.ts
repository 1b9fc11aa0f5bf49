/** Text that is equal where two pieces of a model mean the same: keys sorted, places and documentation left out. */

const ABSENT: ReadonlySet<string> = new Set(['at', 'docs', 'descriptions']);
const NONE: ReadonlySet<string> = new Set();

export function canonical(value: unknown): string {
  return write(value, ABSENT);
}

/** The same of a value of the document, whose members are its own: none is left out. */
export function exact(value: unknown): string {
  return write(value, NONE);
}

/**
 * Only the documentation, by the way to it: names where things have one, so that a new neighbour moves nothing.
 * `follow` gives what stands behind a node and is to be read as part of it: the declarations of inline schemas.
 */
export function documentationOf(value: unknown, follow: (node: object) => unknown): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  const seen = new Set<unknown>();
  const walk = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null || seen.has(node)) return;
    seen.add(node);
    walk(follow(node), path);
    for (const key of Object.keys(node).sort()) {
      const member: unknown = Reflect.get(node, key);
      if (key === 'docs' || key === 'descriptions') parts.set(`${path}/${key}`, write(member, NONE));
      else if (key !== 'at') walk(member, `${path}/${Array.isArray(node) ? (labelOf(member) ?? key) : key}`);
    }
  };
  walk(value, '');
  return parts;
}

function labelOf(member: unknown): string | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const label: unknown = Reflect.get(member, 'name') ?? Reflect.get(member, 'status') ?? Reflect.get(member, 'method');
  return label === undefined ? undefined : String(label);
}

function write(value: unknown, without: ReadonlySet<string>): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item, without)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  const members = Object.keys(value)
    .filter((key) => !without.has(key) && Reflect.get(value, key) !== undefined)
    .sort()
    // The values of an enumeration are the document's and may have any keys.
    .map((key) => `${JSON.stringify(key)}:${write(Reflect.get(value, key), key === 'values' ? NONE : without)}`);
  return `{${members.join(',')}}`;
}
