/** Line and column of the nodes of one file, found when the first is asked for. */
import { Lines } from '../text/decode.js';
import { JsonIndex } from '../text/json-index.js';
import type { TextFile } from '../text/text-file.js';
import type { YamlNodes } from '../text/yaml-nodes.js';
import { ReadPositions } from './read-positions.js';
import { YamlPositions } from './yaml-positions.js';

export interface Place {
  /** Where it is not the file that was asked: an overlay. */
  readonly file?: string;
  readonly line: number;
  readonly column: number;
}

export interface Positions {
  /** Of the deepest node on the way that exists. */
  find(tokens: readonly string[], on: 'key' | 'value'): Place;
}

export function positionsOf({ text, format, nodes }: Pick<TextFile, 'text' | 'format' | 'nodes'>): Positions {
  return format === 'json' ? new JsonPositions(text) : new QuickYamlPositions(text, nodes);
}

class JsonPositions implements Positions {
  private readonly index: JsonIndex;
  private readonly lines: Lines;

  constructor(text: string) {
    this.index = new JsonIndex(text);
    this.lines = new Lines(text);
  }

  find(tokens: readonly string[], on: 'key' | 'value'): Place {
    return this.lines.at(this.index.offsetOf(tokens, on));
  }
}

/** By js-yaml; by `yaml` from the first node on that js-yaml leaves in doubt. */
class QuickYamlPositions implements Positions {
  private readonly text: string;
  private readonly lines: Lines;
  private readonly quick: ReadPositions | undefined;
  private exact: YamlPositions | undefined;

  /** Without nodes, of a document that is refused: it has positions all the same, for what is said about the refusal. */
  constructor(text: string, nodes: YamlNodes | undefined) {
    this.text = text;
    this.lines = new Lines(text);
    this.quick = nodes && new ReadPositions(text, nodes);
  }

  find(tokens: readonly string[], on: 'key' | 'value'): Place {
    const offset = this.exact ? undefined : this.quick?.find(tokens, on);
    if (offset !== undefined) return this.lines.at(offset);
    this.exact ??= new YamlPositions(this.text);
    return this.exact.find(tokens, on);
  }
}
