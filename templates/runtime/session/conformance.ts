/**
 * Checks a store against the contract of `SessionStore`, without a test framework: what is wrong comes back as sentences. Run it
 * against a store of your own, with all that lies between two processes that use it (connections, caches) in place.
 */
import type { SessionRecord } from './record.js';
import type { SessionStore } from './store.js';

/**
 * `open` is called several times and gives one store each time that shares one record with the others; there is no record yet.
 * Resolves to the faults found, and to an empty list for a store that conforms. Rejects where the store does.
 */
export async function storeFaults(open: () => SessionStore | Promise<SessionStore>): Promise<readonly string[]> {
  const faults: string[] = [];
  const expect = (holds: boolean, fault: string): void => {
    if (!holds) faults.push(fault);
  };
  const one = await open();
  const two = await open();

  expect((await one.read()) === undefined, 'read: a record is there before the first replace');
  const first = active('1');
  expect(await one.replace(undefined, first), 'replace: false although nothing was there');
  expect(same(await one.read(), first), 'read: not the record that was written');
  expect(same(await two.read(), first), 'read: another store does not see the record');
  expect(!(await two.replace(undefined, active('2'))), 'replace: true although something was there');
  expect(!(await two.replace('0', active('2'))), 'replace: true although the version is another');
  expect(same(await one.read(), first), 'replace: false, and yet the record has changed');

  for (const record of records) {
    const present = await one.read();
    expect(await two.replace(present?.version, record), `replace: false for the state ${record.state.kind}`);
    expect(same(await one.read(), record), `read: the state ${record.state.kind} comes back changed`);
  }

  const before = await one.read();
  const contenders = Array.from({ length: 20 }, (_, i) => active(`contender ${i}`));
  const won = await Promise.all(contenders.map((record, i) => (i % 2 ? one : two).replace(before?.version, record)));
  const winners = contenders.filter((_, i) => won[i]);
  expect(winners.length === 1, `replace: ${winners.length} of 20 with the same expected version succeeded`);
  expect(same(await two.read(), winners[0]), 'replace: what is read is not what the winner wrote');

  await exclusiveFaults(one, two, expect);
  return faults;
}

async function exclusiveFaults(
  one: SessionStore,
  two: SessionStore,
  expect: (holds: boolean, fault: string) => void,
): Promise<void> {
  const { signal } = new AbortController();
  let inside = 0;
  let most = 0;
  const work = async (): Promise<number> => {
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 5));
    inside -= 1;
    return most;
  };
  await Promise.all(Array.from({ length: 10 }, (_, i) => (i % 2 ? one : two).exclusive(work, signal)));
  expect(most === 1, `exclusive: ${most} were inside at once`);
  expect(
    (await one.exclusive(async () => 'value', signal)) === 'value',
    'exclusive: does not resolve to what the work resolves to',
  );

  const error = new Error('from the work');
  const rejected = await one.exclusive(() => Promise.reject(error), signal).catch((reason: unknown) => reason);
  expect(rejected === error, 'exclusive: does not reject with what the work rejects with');
  expect((await two.exclusive(async () => 'free', signal)) === 'free', 'exclusive: not free after a rejection');

  const present = await one.exclusive(async () => {
    const record = await two.read();
    return (await two.replace(record?.version, active('inside'))) && (await two.read());
  }, signal);
  expect(present !== false && same(present, active('inside')), 'exclusive: read and replace of others wait for it');
}

const active = (version: string): SessionRecord => ({
  version,
  state: { kind: 'active', refreshAt: 1_700_000_000_000.5 },
  tokens: { access: `access ${version} \u0000"\\\u2028`, refresh: 'é'.repeat(10_000) },
});
const tokens = { access: 'a', refresh: 'r' };
const records: readonly SessionRecord[] = [
  { version: 'signed out', state: { kind: 'signed-out' } },
  { version: 'active', state: { kind: 'active' }, tokens },
  { version: 'failed', state: { kind: 'active', failure: { reason: 'not-sent' } }, tokens },
  { version: 'refreshing', state: { kind: 'refreshing' }, tokens, attempt: '7' },
  {
    version: 'unknown',
    state: { kind: 'unknown', failure: { reason: 'undocumented-status', status: 503 } },
    tokens,
    attempt: '7',
  },
  { version: 'ended', state: { kind: 'ended', status: 401 } },
];

function same(a: SessionRecord | undefined, b: SessionRecord | undefined): boolean {
  return text(a) === text(b);
}
/** Whatever the order of the members. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null ? Object.fromEntries(Object.entries(member).sort()) : member,
  );
}
