/** What the compiler knows of a result: the whole union, written out. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { documentOf, filesOf } from './generated.js';

const json = (schema: object): object => ({ 'application/json': { schema } });
const ref = (name: string): object => json({ $ref: `#/components/schemas/${name}` });
const object = (name: string): object => ({ type: 'object', required: [name], properties: { [name]: { type: 'string' } } });
const document = documentOf(
  {
    '/a': {
      get: {
        operationId: 'run',
        responses: {
          200: { description: '', content: { ...ref('A'), 'text/plain': { schema: { type: 'string' } } } },
          201: { description: '', headers: { 'X-Left': { required: true, schema: { type: 'integer' } } }, content: ref('B') },
          404: { description: '' },
          '4XX': { description: '', content: ref('C') },
          default: { description: '', content: ref('D') },
        },
      },
    },
  },
  {
    security: [{ key: [] }],
    components: {
      schemas: { A: object('a'), B: object('b'), C: object('c'), D: object('d') },
      securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
    },
  },
);

const consumer = `
import { type A, type B, type C, type D, createClient, run, type RunError, type RunResult, type RunSuccess, unwrap, watching } from './index.js';
import type { Failure, Problem, Status1XX, Status2XX, Status3XX, Status4XX, Status5XX, Success } from './runtime/index.js';

type Same<X, Y> = (<T>() => T extends X ? 1 : 2) extends <T>() => T extends Y ? 1 : 2 ? true : false;
const yes = <T extends true>(): T | undefined => undefined;

type Wanted =
  | (Success<200, A> & { readonly contentType: 'application/json' })
  | (Success<200, string> & { readonly contentType: 'text/plain' })
  | Success<201, B, { 'x-left': number }>
  | Problem<404, undefined>
  | Problem<Exclude<Status4XX, 404>, C>
  | Problem<Exclude<Status1XX | Status2XX | Status3XX | Status5XX, 200 | 201>, D>
  | Failure;
yes<Same<RunResult, Wanted>>();
yes<Same<RunResult, RunSuccess | RunError>>();

export async function narrow(): Promise<void> {
  const result = await run(createClient({ auth: { key: 'k' } }));
  if (result.ok) yes<Same<typeof result.status, 200 | 201>>();
  if (result.status === 200 && result.contentType === 'text/plain') yes<Same<typeof result.body, string>>();
  if (result.status === 200 && result.contentType === 'application/json') yes<Same<typeof result.body, A>>();
  if (result.status === 201) yes<Same<(typeof result.headers)['x-left'], number>>();
  if (result.status === 404) yes<Same<typeof result.body, undefined>>();
  if (result.status === 418) yes<Same<typeof result.body, C>>();
  if (result.status === 500 || result.status === 204) yes<Same<typeof result.body, D>>();
  if (result.status === 'network-error') yes<Same<typeof result.cause, unknown>>();
  const body = unwrap(result);
  yes<Same<typeof body, A | B | string>>();
  // @ts-expect-error 600 is no status
  if (result.status === 600) return;
  // @ts-expect-error the scheme is called key
  createClient({ auth: { kye: 'k' } });
  watching({
    after(call) {
      yes<Same<typeof call.operation, 'run'>>();
      yes<Same<typeof call.result, RunResult>>();
    },
  });
}
`;

it('narrows exactly, under the strictest flags', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'specwright-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const files = new Map([
    ...(await filesOf(document)),
    ['consumer.ts', consumer],
    ['package.json', '{ "type": "module" }'],
    [
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          lib: ['es2022', 'dom', 'dom.iterable', 'dom.asynciterable'],
          types: [],
          module: 'nodenext',
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          noPropertyAccessFromIndexSignature: true,
          verbatimModuleSyntax: true,
          isolatedModules: true,
          noUnusedLocals: true,
          noEmit: true,
        },
        include: ['consumer.ts'],
      }),
    ],
  ]);
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const tsc = fileURLToPath(new URL('../../../node_modules/typescript-7/bin/tsc', import.meta.url));
  let said = '';
  try {
    execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    said = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);
  }
  expect(said).toBe('');
});
