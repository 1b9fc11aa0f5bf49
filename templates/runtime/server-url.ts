/** What a server variable falls back to and the values that it may have; an empty list leaves them open. */
export interface ServerVariable {
  readonly fallback: string | undefined;
  readonly values: readonly string[];
}

/**
 * A server's URL with its variables filled in. Throws a RangeError for a value that is not among the document's, or that would
 * lead elsewhere than the document says: a host stays a host and a segment a segment.
 *
 * @see https://spec.openapis.org/oas/v3.2.0#server-variable-object
 */
export function serverUrl(url: string, variables: Readonly<Record<string, ServerVariable>>, given: object): string {
  return url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = Object.hasOwn(variables, name) ? variables[name] : undefined;
    const value: unknown = Object.hasOwn(given, name) ? Reflect.get(given, name) : undefined;
    if (value === undefined && variable?.fallback !== undefined) return variable.fallback;
    const values = variable?.values ?? [];
    const isPossible =
      typeof value === 'string' &&
      (values.length > 0 ? values.includes(value) : /^[\w.~-]+$/.test(value) && !/^\.+$/.test(value));
    if (!isPossible) throw new RangeError(`the server variable ${name} can't have this value`);
    return value;
  });
}
