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

/** What `charset` says; undefined where it says nothing. */
export function statedCharset(response: Response): string | undefined {
  return /;\s*charset="?([^";\s]+)/i.exec(response.headers.get('content-type') ?? '')?.[1];
}
