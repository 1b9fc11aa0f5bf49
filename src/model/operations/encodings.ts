/** How the properties of a form are written. @see https://spec.openapis.org/oas/v3.2.0#encoding-object */
import type { Codec, PropertyEncoding, ResponseHeader } from '../api.js';
import type { Node } from '../node.js';
import type { Direction, Schemas } from '../schemas/index.js';
import { buildHeaders } from './headers.js';
import { checkMembers } from './members.js';
import { ignoredMember } from './rules.js';
import { styleOf } from './style.js';

/** `isRequest`: the form is in an input, which has a place for the headers of its parts. */
export function buildEncodings(
  media: Node,
  codec: Codec,
  schemas: Schemas,
  direction: Direction,
  isRequest: boolean,
): readonly PropertyEncoding[] {
  if (codec.kind !== 'urlencoded' && codec.kind !== 'multipart') {
    reportVain(media, ['encoding'], 'only forms have encodings');
    return [];
  }
  return media.entries('encoding').map(([property, encoding]) => {
    checkMembers(encoding, 'Encoding Object');
    const headers = headersOf(encoding, codec, schemas, direction, isRequest);
    return {
      property,
      contentType: encoding.string('contentType'),
      encoding: isStyled(encoding, codec) ? styleOf(encoding, 'query') : undefined,
      headers,
      required: headers.length > 0 && requires(media, property),
    };
  });
}

/** As far as the schema itself says it. */
const requires = (media: Node, property: string): boolean =>
  media.object('schema')?.follow()?.strings('required')?.includes(property) ?? false;

const STYLED = ['style', 'explode', 'allowReserved'] as const;

/** One of the three is enough: what is not said then has the default of a query. */
function isStyled(encoding: Node, codec: Codec): boolean {
  if (codec.kind === 'multipart' && !codec.form) {
    reportVain(encoding, STYLED, 'only the parts of multipart/form-data have names');
    return false;
  }
  if (codec.kind === 'multipart') reportVain(encoding, ['allowReserved'], 'nothing is percent-encoded in a part');
  return STYLED.some((key) => encoding.has(key));
}

function headersOf(
  encoding: Node,
  codec: Codec,
  schemas: Schemas,
  direction: Direction,
  isRequest: boolean,
): readonly ResponseHeader[] {
  if (codec.kind !== 'multipart') {
    reportVain(encoding, ['headers'], 'only the parts of multipart bodies have headers');
    return [];
  }
  if (!isRequest) {
    reportVain(encoding, ['headers'], 'a result has no place for those of parts');
    return [];
  }
  const headers = buildHeaders(encoding, schemas, direction);
  return headers.filter(({ name, at }) => {
    const isOwn = codec.form && name === 'content-disposition';
    if (isOwn)
      encoding.context.report(ignoredMember, at, 'Content-Disposition is ignored: it holds the name, and the client writes it');
    return !isOwn;
  });
}

function reportVain(node: Node, keys: readonly string[], reason: string): void {
  for (const key of keys) {
    if (node.has(key)) node.context.report(ignoredMember, node.pointer(key), `${key} is ignored: ${reason}`, 'key');
  }
}
