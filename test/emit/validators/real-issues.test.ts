/** Faults in values of real schemas: one issue each, in the order of the value, of the branch that was meant, and never the value. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../../src/model/schema.js';
import { type Subjects, subjectsOf } from '../../agreement/subjects.js';
import { describeShared, shared } from '../../shared.js';
import { issuesOf, short } from './emitted.js';

type Row = readonly [schema: string, value: Json, issues: readonly string[]];

const rows: Readonly<Record<string, readonly Row[]>> = {
  'gcore/cloud': [
    [
      'CreateInstanceVolumeSerializer',
      { source: 'new-volume', size: 'SECRET' },
      ['/size /oneOf/0/$ref/properties/size/type: expected integer, received string'],
    ],
    [
      'CreateInstanceVolumeSerializer',
      { source: 'nope', size: 1 },
      ['/source /discriminator: expected "new-volume", "image", "snapshot", "apptemplate" or "existing-volume", received string'],
    ],
    [
      'CreateInstanceVolumeSerializer',
      { size: 'x' },
      [
        '/source /discriminator: expected "new-volume", "image", "snapshot", "apptemplate" or "existing-volume", received nothing',
      ],
    ],
    [
      'CreateInstanceVolumeSerializer',
      { source: 'existing-volume', volume_id: 5, boot_index: 'x', extra: 1 },
      [
        '/volume_id /oneOf/4/$ref/properties/volume_id/type: expected string, received number',
        '/boot_index /oneOf/4/$ref/properties/boot_index/type: expected integer, received string',
      ],
    ],
    ['CreateInstanceVolumeSerializer', 'x', [' /type: expected object, received string']],
    [
      'CreateL7PolicySerializer',
      { redirect_http_code: 200, action: 'REDIRECT_TO_URL', listener_id: 'l', position: -1, tags: [1] },
      [
        '/redirect_http_code /oneOf/0/$ref/properties/redirect_http_code/enum: expected 301, 302, 303, 307 or 308, received number',
        '/position /oneOf/0/$ref/properties/position/exclusiveMinimum: expected more than 0, received number',
        '/tags/0 /oneOf/0/$ref/properties/tags/items/type: expected string, received number',
        '/redirect_url /oneOf/0/$ref/required: expected string, received nothing',
      ],
    ],
    [
      'CreateSecurityGroupSerializer',
      {
        security_group: {
          name: 'a',
          security_group_rules: [{ direction: 'up' }, { ethertype: 'IPv5', direction: 'ingress', port_range_max: 99999999 }],
        },
      },
      [
        '/security_group/name /properties/security_group/$ref/properties/name/pattern: expected a match of ^[a-zA-Z0-9][a-zA-Z 0-9._\\-]{1,61}[a-zA-Z0-9._]$, received string',
        '/security_group/security_group_rules/0/direction /properties/security_group/$ref/properties/security_group_rules/items/$ref/properties/direction/enum: expected "egress" or "ingress", received string',
        '/security_group/security_group_rules/1/ethertype /properties/security_group/$ref/properties/security_group_rules/items/$ref/properties/ethertype/enum: expected "IPv4" or "IPv6", received string',
        '/security_group/security_group_rules/1/port_range_max /properties/security_group/$ref/properties/security_group_rules/items/$ref/properties/port_range_max/anyOf/0/maximum: expected at most 65535, received number',
      ],
    ],
    [
      'CreateLbPoolSerializer',
      { members: [{}, { address: 1, protocol_port: 0 }], name: 'pool', lb_algorithm: 'X', protocol: 'HTTP' },
      [
        '/members/0/address /properties/members/items/$ref/required: expected string, received nothing',
        '/members/0/protocol_port /properties/members/items/$ref/required: expected integer, received nothing',
        '/members/1/address /properties/members/items/$ref/properties/address/type: expected string, received number',
        '/members/1/protocol_port /properties/members/items/$ref/properties/protocol_port/minimum: expected at least 1, received number',
        '/lb_algorithm /properties/lb_algorithm/$ref/enum: expected "LEAST_CONNECTIONS", "ROUND_ROBIN" or "SOURCE_IP", received string',
      ],
    ],
    [
      'CreateLbPoolSerializer',
      {
        name: 'pool',
        lb_algorithm: 'ROUND_ROBIN',
        protocol: 'HTTP',
        healthmonitor: { delay: '1', max_retries: 99, timeout: 1, type: 'PING' },
      },
      [
        '/healthmonitor/delay /properties/healthmonitor/anyOf/0/$ref/properties/delay/type: expected integer, received string',
        '/healthmonitor/max_retries /properties/healthmonitor/anyOf/0/$ref/properties/max_retries/maximum: expected at most 10, received number',
      ],
    ],
    [
      'CreateLbPoolSerializer',
      { name: 'pool', lb_algorithm: 'ROUND_ROBIN', protocol: 'HTTP', healthmonitor: 5, timeout_member_data: '1' },
      [
        '/healthmonitor /properties/healthmonitor/anyOf/0/$ref/type: expected object, received number',
        '/timeout_member_data /properties/timeout_member_data/anyOf/0/type: expected integer or null, received string',
      ],
    ],
    [
      'NewVmInterfaceSerializersPydantic',
      { type: 'any_subnet' },
      ['/network_id /oneOf/2/$ref/required: expected string, received nothing'],
    ],
  ],
  'gcore/iam.documented': [
    [
      'TokenResponse',
      { name: 1 },
      [
        '/name /allOf/0/$ref/properties/name/type: expected string, received number',
        '/client_user /allOf/0/$ref/required: expected object, received nothing',
        '/exp_date /allOf/0/$ref/required: expected string or null, received nothing',
        '/created /allOf/1/required: expected string, received nothing',
        '/deleted /allOf/1/required: expected boolean, received nothing',
        '/expired /allOf/1/required: expected boolean, received nothing',
        '/id /allOf/1/required: expected integer, received nothing',
        '/last_usage /allOf/1/required: expected string, received nothing',
      ],
    ],
    ['TokenResponse', 'x', [' /allOf/0/$ref/type: expected object, received string']],
    ['CreateTokenResponse', 5, [' /allOf/0/type: expected object, received number']],
    [
      'ServiceEnabledStatusObject',
      { CDN: { enabled: 'x', status: 'gone' } },
      [
        '/CDN/enabled /properties/CDN/$ref/properties/enabled/type: expected boolean, received string',
        '/CDN/status /properties/CDN/$ref/properties/status/$ref/enum: expected "new", "trial", "trialend", "active", "paused", "activating" or "deleted", received string',
      ],
    ],
    [
      'ValidationError',
      { errors: { a: 'x', b: [1, 2] } },
      [
        '/errors/a /properties/errors/additionalProperties/type: expected array, received string',
        '/errors/b/0 /properties/errors/additionalProperties/items/type: expected string, received number',
        '/errors/b/1 /properties/errors/additionalProperties/items/type: expected string, received number',
      ],
    ],
    ['SignupProcess', 'other', [' /enum: expected "sign_up_full", "sign_up_simple" or null, received string']],
    [
      'PutUser',
      { lang: null, auth_types: ['password', 'x'], email: 1, name: {} },
      [
        '/lang /properties/lang/$ref/enum: expected "de", "en", "ru", "zh" or "az", received null',
        '/auth_types/1 /properties/auth_types/$ref/items/$ref/enum: expected "password", "sso", "github" or "google-oauth2", received string',
        '/email /properties/email/$ref/type: expected string, received number',
        '/name /properties/name/$ref/type: expected string or null, received object',
      ],
    ],
    ['PutUser', null, [' /type: expected object, received null']],
  ],
};

describeShared('issues of real schemas', () => {
  describe.each(Object.entries(rows))('%s', (name, list) => {
    let subjects: Subjects['list'] = [];
    beforeAll(async () => {
      subjects = (await subjectsOf(shared(`specs/${name}.yaml`))).list;
    }, 120_000);
    test.each(list)('%s %j', (schema, value, expected) => {
      const validator = subjects.find(({ named }) => named.id === schema)?.validator;
      expect(short(issuesOf(validator, value))).toEqual(expected);
      expect(validator?.is(value)).toBe(false);
    });
  });
});
