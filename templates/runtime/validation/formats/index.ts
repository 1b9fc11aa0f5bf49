/** The formats of JSON Schema Validation, section 7.3, as functions: each is in a bundle only where a schema asserts it. */
export { ipv4, ipv6 } from './address.js';
export { email, idnEmail } from './email.js';
export { hostname, idnHostname } from './hostname.js';
export { jsonPointer, regex, relativeJsonPointer, uuid } from './identifier.js';
export { date, dateTime, duration, time } from './time.js';
export { iri, iriReference, uri, uriReference, uriTemplate } from './uri.js';
