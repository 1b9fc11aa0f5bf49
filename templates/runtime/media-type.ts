/** Media types as servers state them in `content-type`. @see https://www.rfc-editor.org/rfc/rfc9110#name-media-type */

/** `text/html` of `Text/HTML; charset=utf-8`; empty where nothing is stated. */
export function statedType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** Whether a stated type is what the document promised: the type itself or one of its range, `image/*`. Parameters are not compared. */
export function matches(promised: string, stated: string): boolean {
  const [type = '', subtype] = (promised.split(';', 1)[0] ?? '').trim().toLowerCase().split('/');
  return type === '*' || (subtype === '*' ? stated.startsWith(`${type}/`) : stated === `${type}/${subtype}`);
}

/** What is stated of a body whose media type the document leaves open: a range is no type. */
export const concrete = (mediaType: string, otherwise: string): string => (mediaType.includes('*') ? otherwise : mediaType);

/**
 * The choice for a content type: its type decides, the most exact first, `text/plain`, then `text/*`, then any; among those of one type
 * the one whose parameters it has. Undefined where there is none. Where nothing is stated it is the first.
 */
export function chosen<Choice extends readonly [mediaType: string, ...unknown[]]>(
  choices: readonly Choice[],
  contentType: string | null,
): Choice | undefined {
  const [stated = '', ...parameters] = parts(contentType ?? '');
  if (stated === '') return choices[0];
  const fitting = choices
    .filter(
      ([mediaType]) =>
        matches(mediaType, stated) &&
        parts(mediaType)
          .slice(1)
          .every((each) => parameters.includes(each)),
    )
    .sort(([a], [b]) => a.split('*').length - b.split('*').length || parts(b).length - parts(a).length);
  return fitting[0] ?? choices.find(([mediaType]) => matches(mediaType, stated));
}

/** The type and its parameters, `charset=utf-8`; quotes and case mean nothing where documents name them. */
function parts(mediaType: string): readonly string[] {
  return mediaType.split(';').map((part) => part.replace(/[\s"]/g, '').toLowerCase());
}

/** What `charset` says; undefined where it says nothing. */
export function statedCharset(response: Response): string | undefined {
  return /;\s*charset="?([^";\s]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
}
