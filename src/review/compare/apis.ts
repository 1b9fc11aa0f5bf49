/** Two APIs compared: what changed for those who call the one and will call the other. */
import type { Api } from '../../model/api.js';
import { Changes } from './changes.js';
import { compareDocumentation } from './documentation.js';
import { compareExports } from './exports.js';
import { compareOperations } from './operations.js';
import { SchemaComparer } from './schemas/comparer.js';
import { Credentials, compareSecuritySchemes } from './security.js';
import { compareServers } from './servers.js';
import { compareWebhooks } from './webhooks.js';

/** What the comparison of one part needs of the whole. */
export interface Review {
  readonly old: Api;
  readonly new: Api;
  readonly schemas: SchemaComparer;
  readonly credentials: Credentials;
  readonly changes: Changes;
}

export function compareApis(oldApi: Api, newApi: Api): Changes {
  const review: Review = {
    old: oldApi,
    new: newApi,
    schemas: new SchemaComparer(oldApi.schemas, newApi.schemas),
    credentials: new Credentials(oldApi.securitySchemes, newApi.securitySchemes),
    changes: new Changes(),
  };
  const pairs = compareOperations(review);
  const webhooks = compareWebhooks(review);
  compareSecuritySchemes(review);
  compareServers(review, oldApi.servers, newApi.servers, { where: '#/servers', operation: undefined, exports: ['createClient'] });
  // After all schemas were compared: renames are told by who stands where whom stood.
  compareExports(review, pairs);
  compareDocumentation(review, [...pairs, ...webhooks]);
  return review.changes;
}
