/** Parameters that the types allow and no request can hold: a list or an object inside another has a form in `deepObject` alone. */
import { type Finding, quote } from '../../diagnostics.js';
import type { Api, Parameter } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import { parameterTooDeep } from './rules.js';
import { itemsOf, membersOf, typesOf } from './shapes.js';

export function unsendable(api: Api): readonly Finding[] {
  const seen = new Set<string>();
  return api.operations.flatMap(({ parameters }) =>
    parameters.flatMap((parameter) => {
      if (seen.has(parameter.at)) return [];
      seen.add(parameter.at);
      const part = tooDeep(parameter, api);
      if (part === undefined) return [];
      const message = `${part} of ${quote(parameter.name)} can only be lists or objects, which have no form in its style`;
      return [{ rule: parameterTooDeep, at: parameter.at, message }];
    }),
  );
}

/** The part that is in question. */
function tooDeep({ schema, encoding }: Parameter, api: Api): string | undefined {
  if (encoding.kind === 'content' || encoding.style === 'deepObject') return undefined;
  const items = itemsOf(schema, api);
  if (items && isDeep(items, api)) return 'the items';
  const member = membersOf(schema, api)?.properties.find((each) => isDeep(each.schema, api));
  return member && `the values of ${quote(member.name)}`;
}

function isDeep(schema: Schema, api: Api): boolean {
  const types = [...typesOf(schema, api)].filter((type) => type !== 'null');
  return types.length > 0 && types.every((type) => type === 'array' || type === 'object');
}
