/** Credentials that go together and can't: those that stand in one header. */
import { quote } from '../../diagnostics.js';
import type { SecurityScheme } from '../api.js';
import type { Node } from '../node.js';
import { sharedHeader } from './rules.js';

/** `names`: the schemes of the alternative, in the order in which their credentials are put into a request. */
export function checkSharedHeaders(alternative: Node, names: readonly string[], schemes: readonly SecurityScheme[]): void {
  const holders = new Map<string, string>();
  for (const name of names) {
    const header = headerOf(schemes.find((scheme) => scheme.name === name)?.scheme);
    if (header === undefined) continue;
    const before = holders.get(header);
    if (before !== undefined) {
      const both = `${quote(before)} and ${quote(name)}`;
      alternative.context.report(sharedHeader, alternative.pointer(name), `${both} are both sent as ${header}`, 'key');
    }
    holders.set(header, name);
  }
}

/** Undefined for what is in no header. */
function headerOf(scheme: SecurityScheme['scheme'] | undefined): string | undefined {
  switch (scheme?.kind) {
    case 'apiKey':
      return scheme.in === 'header' ? scheme.name.toLowerCase() : undefined;
    case 'http':
    case 'oauth2':
    case 'openIdConnect':
      return 'authorization';
    case 'mutualTLS':
    case undefined:
      return undefined;
    default:
      return scheme satisfies undefined;
  }
}
