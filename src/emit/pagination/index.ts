/** `pagination.ts`: for each operation that the config says is paged, its pages and its items as async iterables. */
import type { Operation } from '../../model/api.js';
import { type Code, code, derived, empty, literal, name } from '../../print/code.js';
import type { Declaration } from '../../print/declaration.js';
import { namesBeside } from '../declared.js';
import type { EmitInput, Emitted, Emitter } from '../emitter.js';
import { scalarDecoder } from '../operations/decoders.js';
import { isInputOptional } from '../operations/function.js';
import { fieldsOf } from '../operations/gathering.js';
import { importsOf } from '../operations/imports.js';
import { typeOf, typeScope } from '../types/index.js';
import { type Plan, plansOf } from './plan.js';

export const pagination: Emitter = {
  name: 'pagination',
  emit({ api, options, before }: EmitInput): Emitted {
    const { plans, findings } = plansOf(api, options);
    const names = namesBeside(before);
    const scope = typeScope(api, code`types.`);
    const statements = plans.flatMap((plan): readonly Declaration[] => {
      const { operation } = plan;
      const claim = (what: 'pages' | 'items') =>
        names.claim({ source: `${operation.name} ${what}`, style: 'function', at: `${operation.at}/${what}` });
      const pages = name(claim('pages'));
      const items = name(claim('items'));
      const item = typeOf(plan.item, scope);
      const parameters = [
        { name: code`client`, type: code`runtime.Client` },
        {
          name: code`input`,
          type: code`operations.${derived('', operation.typeName, 'Input')}`,
          optional: isInputOptional(operation),
        },
        { name: code`options`, type: code`runtime.CallOptions`, optional: true },
      ];
      const success = code`operations.${derived('', operation.typeName, 'Success')}`;
      return [
        {
          kind: 'function',
          name: pages,
          docs: [
            `The pages of \`${operation.name}\`, asked for as the walk goes on. The walk throws an OperationError where a page can't be had.`,
          ],
          parameters,
          returns: code`AsyncIterable<${success}>`,
          body: code`return runtime.pages((page) => operations.${name(operation.name)}(client, page, options), input${isInputOptional(operation) ? code` ?? {}` : code``}, ${following(plan, api)});`,
        },
        {
          kind: 'function',
          name: items,
          docs: [`The items of all pages of \`${operation.name}\`.`],
          parameters,
          returns: code`AsyncIterable<${item}>`,
          body: code`return runtime.itemsOf(${pages}(client, input, options), (page) => runtime.listAt<${item}>(page.body, ${plan.paging.items}));`,
        },
      ];
    });
    return {
      files: statements.length === 0 ? [] : [{ kind: 'code', path: 'pagination.ts', imports: importsOf(statements), statements }],
      findings,
    };
  },
};

function following({ paging, query, operation }: Plan, api: EmitInput['api']): Code {
  const decoder = (parameter: string): Code => {
    const found = query.find(({ name }) => name === parameter);
    return found ? scalarDecoder(found.schema, api) : code`runtime.asText`;
  };
  switch (paging.kind) {
    case 'cursor':
      return code`runtime.byCursor(${paging.parameter}, ${paging.next}, ${decoder(paging.parameter)})`;
    case 'offset': {
      const total = paging.total === undefined ? empty : code`, ${paging.total}`;
      return code`runtime.byOffset(${paging.offset}, ${paging.items}, ${decoder(paging.offset)}${total})`;
    }
    case 'next-link': {
      const keys = keysOf(operation, api);
      return code`runtime.byLink(${paging.next}, ${fieldsOf(query, api)}${keys.length === 0 ? empty : code`, ${literal(keys)}`})`;
    }
    default:
      return paging satisfies never;
  }
}

/** The query parameters that hold an API key: servers repeat them in their links. */
function keysOf({ security }: Operation, { securitySchemes }: EmitInput['api']): readonly string[] {
  const used = new Set(security.flat().map(({ scheme }) => scheme));
  return securitySchemes.flatMap(({ name: scheme, scheme: as }) =>
    used.has(scheme) && as.kind === 'apiKey' && as.in === 'query' ? [as.name] : [],
  );
}
