/** The formats that can be asserted: their names, and the function of the runtime that tests each. */
import { type Code, code } from '../../print/code.js';
import { atom, type Expression } from './expression.js';

/** Undefined for a format that is an annotation whatever is configured. */
export function formatTest(format: string, value: Code): Expression | undefined {
  const test = Object.hasOwn(TESTS, format) ? TESTS[format] : undefined;
  return test && atom(test(value));
}
const TESTS: Readonly<Record<string, (value: Code) => Code>> = {
  date: (value) => code`runtime.date(${value})`,
  'date-time': (value) => code`runtime.dateTime(${value})`,
  duration: (value) => code`runtime.duration(${value})`,
  email: (value) => code`runtime.email(${value})`,
  hostname: (value) => code`runtime.hostname(${value})`,
  'idn-email': (value) => code`runtime.idnEmail(${value})`,
  'idn-hostname': (value) => code`runtime.idnHostname(${value})`,
  ipv4: (value) => code`runtime.ipv4(${value})`,
  ipv6: (value) => code`runtime.ipv6(${value})`,
  iri: (value) => code`runtime.iri(${value})`,
  'iri-reference': (value) => code`runtime.iriReference(${value})`,
  'json-pointer': (value) => code`runtime.jsonPointer(${value})`,
  regex: (value) => code`runtime.regex(${value})`,
  'relative-json-pointer': (value) => code`runtime.relativeJsonPointer(${value})`,
  time: (value) => code`runtime.time(${value})`,
  uri: (value) => code`runtime.uri(${value})`,
  'uri-reference': (value) => code`runtime.uriReference(${value})`,
  'uri-template': (value) => code`runtime.uriTemplate(${value})`,
  uuid: (value) => code`runtime.uuid(${value})`,
};
