/** What the config says of paging, checked against the operations that it is about. */
import { type Finding, quote } from '../../diagnostics.js';
import type { Api, MediaType, Operation, Parameter } from '../../model/api.js';
import type { Schema } from '../../model/schema.js';
import type { Options, PaginationOptions } from '../../options.js';
import { canBe, itemsAt, schemaAt } from './place.js';
import { paginationOperationUnknown, paginationUnsuitable } from './rules.js';

export interface Plan {
  readonly operation: Operation;
  readonly paging: PaginationOptions;
  /** The schema of one item. */
  readonly item: Schema;
  readonly query: readonly Parameter[];
}

export function plansOf(
  api: Api,
  { pagination }: Options,
): { readonly plans: readonly Plan[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const plans = Object.keys(pagination)
    .sort()
    .flatMap((key): Plan[] => {
      const paging = pagination[key];
      const operation = api.operations.find(
        ({ operationId, method, template }) => operationId === key || `${method} ${template}` === key,
      );
      if (!operation)
        findings.push({ rule: paginationOperationUnknown, at: '#/paths', message: `no operation is called ${quote(key)}` });
      if (!operation || !paging) return [];
      const query = operation.parameters.filter((parameter) => parameter.in === 'query');
      const content = contentOf(operation);
      const item = content && itemsAt(content.schema, paging.items, api);
      const faults = [
        ...(item ? [] : [`no success of ${quote(operation.name)} has a list at ${quote(paging.items)}`]),
        ...faultsOf(paging, operation, content?.schema, query, api),
      ];
      findings.push(...faults.map((message) => ({ rule: paginationUnsuitable, at: operation.at, message })));
      return item && faults.length === 0 ? [{ operation, paging, item, query }] : [];
    });
  return { plans, findings };
}

/** The JSON of the first success. */
function contentOf({ responses }: Operation): MediaType | undefined {
  const success = responses.find(
    ({ status }) => status === '2XX' || (typeof status === 'number' && status >= 200 && status < 300),
  );
  return success?.content.find(({ codec }) => codec.kind === 'json');
}

function faultsOf(
  paging: PaginationOptions,
  operation: Operation,
  body: Schema | undefined,
  query: readonly Parameter[],
  api: Api,
): readonly string[] {
  const parameter = (name: string): readonly string[] =>
    query.some((each) => each.name === name) ? [] : [`${quote(operation.name)} has no query parameter ${quote(name)}`];
  const place = (pointer: string, kinds: readonly Schema['kind'][], what: string): readonly string[] =>
    canBe(body && schemaAt(body, pointer, api), kinds, api)
      ? []
      : [`no success of ${quote(operation.name)} has ${what} at ${quote(pointer)}`];
  switch (paging.kind) {
    case 'next-link':
      return paging.next === 'link' ? [] : place(paging.next, ['string'], 'a text');
    case 'cursor':
      return [...parameter(paging.parameter), ...place(paging.next, ['string', 'number', 'literal'], 'a text or a number')];
    case 'offset':
      return [
        ...parameter(paging.offset),
        ...parameter(paging.limit),
        ...(paging.total === undefined ? [] : place(paging.total, ['number'], 'a number')),
      ];
    default:
      return paging satisfies never;
  }
}
