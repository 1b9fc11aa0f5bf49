/**
 * Positions in YAML text from js-yaml, which says of every node where it begins to look for it: a sixth of the cost of `yaml`, whose syntax tree
 * says it exactly. What js-yaml does not say beyond doubt is left to that: nodes with an anchor or a tag, aliases, merged and empty ones.
 */
import type { Children, YamlNodes } from '../text/yaml-nodes.js';

export class ReadPositions {
  private readonly text: string;
  private readonly nodes: YamlNodes;
  private readonly members = new Map<Children, Map<unknown, number>>();

  constructor(text: string, nodes: YamlNodes) {
    this.text = text;
    this.nodes = nodes;
  }

  /** The offset of the deepest node on the way that exists; undefined where it is in doubt. */
  find(tokens: readonly string[], on: 'key' | 'value'): number | undefined {
    let value = this.nodes.root;
    let at = this.beginning(this.nodes.start, value);
    let key: number | undefined;
    for (const token of tokens) {
      if (typeof value !== 'object' || value === null) break;
      if (at === undefined) return undefined;
      const children = this.nodes.children.get(value);
      if (!children) return undefined;
      if (Array.isArray(value)) {
        // An empty item is not heard of.
        if (children.values.length !== value.length) return undefined;
        const index = Number(token);
        if (!(index in value)) break;
        if (children.values[index] !== value[index]) return undefined;
        value = value[index];
        at = this.beginning(children.starts[index], value);
        key = undefined;
      } else {
        if (!Object.hasOwn(value, token)) break;
        const member: unknown = Reflect.get(value, token);
        const index = this.keysOf(children).get(token);
        if (index === undefined || children.values[index + 1] !== member) return undefined;
        key = this.beginning(children.starts[index], token);
        if (key === undefined) return undefined;
        value = member;
        at = this.beginning(children.starts[index + 1], value);
      }
    }
    return on === 'key' ? (key ?? at) : at;
  }

  /** Keys and values by turns; a key that is a number or null is text as a name. */
  private keysOf(children: Children): Map<unknown, number> {
    const known = this.members.get(children);
    if (known) return known;
    const made = new Map<unknown, number>();
    for (let i = 0; i < children.values.length; i += 2) made.set(String(children.values[i]), i);
    this.members.set(children, made);
    return made;
  }

  /** Behind white space and comments. Undefined where something else than the content stands there, or nothing. */
  private beginning(start: number | undefined, value: unknown): number | undefined {
    // Null may be written or left out.
    if (start === undefined || value === null) return undefined;
    SPACE.lastIndex = start;
    SPACE.exec(this.text);
    const at = SPACE.lastIndex;
    return at >= this.text.length || DOUBTFUL.includes(this.text.charAt(at)) ? undefined : at;
  }
}

const SPACE = /(?:[ \t\r\n]|(?<![^\s])#[^\r\n]*)*/y;
/** Tags, anchors, aliases, complex keys, directives, and what may follow an empty node. */
const DOUBTFUL = '!&*?%,]}:\ufeff';
