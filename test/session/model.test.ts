/** Random interleavings of everything that can happen to a session, against a server that knows what is true. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fate, World } from './support/world.js';

/** What a caller may rely on, whatever has happened. */
interface Model {
  /** The last of sign-in and sign-out. */
  signedIn: boolean;
  /** An answer was lost, or a tab with a request on its way was closed, since the last sign-in. */
  lost: boolean;
}
type Command = fc.AsyncCommand<Model, World>;

function command(
  name: string,
  run: (model: Model, world: World) => Promise<void> | void,
  possible: (model: Model) => boolean = () => true,
): Command {
  return {
    check: possible,
    run: async (model, world) => {
      await run(model, world);
      await world.settle();
      await holds(model, world);
    },
    toString: () => name,
  };
}
/** A living tab, or none. */
function tabAt(world: World, i: number) {
  const living = world.tabs.filter((_, number) => !world.closed.has(number));
  return living[i % Math.max(1, living.length)];
}

async function holds(model: Model, world: World): Promise<void> {
  const record = await world.record();
  const kind = record?.state.kind ?? 'signed-out';
  expect(world.sent.length, 'a refresh token was sent twice').toBe(new Set(world.sent).size);
  if (model.signedIn) expect(['active', 'refreshing', 'unknown']).toContain(kind);
  else expect(kind).toBe('signed-out');
  if (kind === 'active') expect(world.alive.has(record?.tokens?.refresh ?? ''), 'the token that is kept is spent').toBe(true);
  if (kind === 'unknown') expect(model.lost, 'unknown without a reason').toBe(true);
  if (kind === 'refreshing') expect(world.sent).toContain(record?.tokens?.refresh);
}

const index = fc.nat(7);
const fate = fc.constantFrom<Fate>('granted', 'granted', 'granted', 'answer-lost', 'request-lost', 'not-sent', 'timeout');
const commands = [
  index.map((i) =>
    command(`call(${i})`, (_, world) => {
      const tab = tabAt(world, i);
      if (tab) world.call(tab);
    }),
  ),
  fc.constant(command('expire', (_, world) => world.expire())),
  fate.map((what) =>
    command(`answer(${what})`, async (model, world) => {
      const record = await world.record();
      const [first] = world.pending;
      if (first && what !== 'granted' && what !== 'not-sent' && record?.tokens?.refresh === first.token) model.lost = true;
      world.answer(what);
    }),
  ),
  index.map((i) =>
    command(`signIn(${i})`, async (model, world) => {
      const tab = tabAt(world, i);
      if (!tab) return;
      await tab.session.signIn(world.issue());
      Object.assign(model, { signedIn: true, lost: false });
    }),
  ),
  index.map((i) =>
    command(`signOut(${i})`, async (model, world) => {
      const tab = tabAt(world, i);
      if (!tab) return;
      await tab.session.signOut();
      model.signedIn = false;
    }),
  ),
  fc.constant(command('open', (_, world) => world.open())),
  index.map((i) =>
    command(`close(${i})`, (model, world) => {
      const tab = tabAt(world, i);
      if (!tab) return;
      const number = world.tabs.indexOf(tab);
      if (world.pending.some((request) => request.tab === number)) model.lost = true;
      tab.close();
    }),
  ),
];

test('no interleaving sends a token twice, keeps a spent one, forgets a sign-out or leaves a caller waiting', async () => {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 60, size: 'max' }), async (sequence) => {
      const world = new World();
      world.open();
      world.open();
      await fc.asyncModelRun(() => ({ model: { signedIn: false, lost: false }, real: world }), sequence);
      // Every request gets its answer in the end, and with it every caller who lives.
      for (let left = 50; left > 0 && world.pending.length > 0; left--) {
        world.answer('granted');
        await world.settle();
      }
      expect(world.pending).toEqual([]);
      await Promise.all(world.tabs.filter((_, number) => !world.closed.has(number)).flatMap((tab) => tab.calls));
    }),
    { numRuns: 600, endOnFailure: false },
  );
}, 120_000);
