/** What js-yaml says of the nodes while it reads them, for whoever asks later where they stand. */
import type { Listener } from 'js-yaml';

/** The nodes that were read inside of one, in order: where the reader stood before each, and its value. */
export interface Children {
  readonly starts: number[];
  readonly values: unknown[];
}

export interface YamlNodes {
  readonly root: unknown;
  /** Where the reader stood before the root. */
  readonly start: number;
  /** By the value of the node. */
  readonly children: ReadonlyMap<unknown, Children>;
}

/** Remembers the nodes that its listener hears of. */
export class NodeRecorder {
  private start = 0;
  private readonly children = new Map<unknown, Children>();
  private readonly open: (Children & { readonly start: number })[] = [];

  readonly listener: Listener = (event, { position, result }) => {
    if (event === 'open') {
      this.open.push({ start: position, starts: [], values: [] });
      return;
    }
    const node = this.open.pop();
    if (!node) return;
    // A node is also opened as the first key of a mapping that it might have been; an alias closes with what it stands for.
    if (typeof result === 'object' && result !== null && !this.children.has(result)) this.children.set(result, node);
    const parent = this.open.at(-1);
    if (!parent) this.start = node.start;
    parent?.starts.push(node.start);
    parent?.values.push(result);
  };

  nodes(root: unknown): YamlNodes {
    return { root, start: this.start, children: this.children };
  }
}
