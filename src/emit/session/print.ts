/** The text of `session.ts`. */
import { access, type Code, code, derived, empty, join, literal, name, propertyKey } from '../../print/code.js';
import type { FileModel } from '../../print/file.js';
import { render } from '../../print/templates.js';
import type { Place } from './locate.js';
import type { Grant, Plan } from './plan.js';

export function sessionFile(plan: Plan): FileModel {
  const { operation } = plan;
  const error = code`operations.${derived('', operation.typeName, 'Error')}`;
  const statuses = plan.refusals.map((status) => literal(status));
  return {
    kind: 'code',
    path: 'session.ts',
    imports: [
      { from: './operations.js', namespace: 'operations' },
      { from: './runtime/index.js', typeNamespace: 'runtime' },
      { from: './runtime/session/index.js', namespace: 'sessions' },
    ],
    statements: [
      {
        kind: 'type',
        name: code`SessionRefusal`,
        docs: [`The answers of \`${operation.name}\` that end a session.`],
        type: statuses.length > 0 ? code`Extract<${error}, { readonly status: ${join(statuses, ' | ')} }>` : code`never`,
      },
      {
        kind: 'type',
        name: code`CreateSessionOptions`,
        docs: [`\`client\` calls \`${operation.name}\`; it is not the client that the session serves, and needs no credentials.`],
        type: code`sessions.SessionOptions<SessionRefusal> & { readonly client: runtime.Client }`,
      },
      {
        kind: 'function',
        name: code`createSession`,
        docs: [
          `A session for the \`auth\` of a client. It gets new tokens by \`${operation.name}\` and sends no refresh token twice.`,
        ],
        parameters: [{ name: code`options`, type: code`CreateSessionOptions` }],
        returns: code`sessions.Session`,
        body: body(plan),
      },
    ],
  };
}

function body({ operation, request, grants, refusals, around }: Plan): Code {
  const format = around.join('') === '' ? empty : code`format: (access) => ${text(around)}, `;
  const cases = [...grants.map(granting), ...(refusals.length > 0 ? [refusing(refusals)] : [])];
  return render('session/create-session', {
    operation: name(operation.name),
    body: built(request.path),
    cases: join(cases, '\n'),
    format,
  });
}

function refusing(refusals: readonly number[]): Code {
  const labels = refusals.map((status) => code`case ${status}:`);
  return code`${join(labels, '\n')}
  return { refusal: result };`;
}

function granting({ status, access: at, rotated }: Grant): Code {
  const next = rotated.required ? read(rotated) : code`${read(rotated)} ?? refresh`;
  return render('session/granted', { status, access: read(at), refresh: next });
}

const read = ({ path }: Place): Code => code`result.body${path.map(access)}`;

/** The body that holds the token where the path says. */
function built(path: readonly string[]): Code {
  const [last, ...outer] = path.toReversed();
  const token = last === 'refresh' ? code`{ refresh }` : code`{ ${propertyKey(last ?? '', 'value')}: refresh }`;
  return outer.reduce((inner, key) => code`{ ${propertyKey(key, 'value')}: ${inner} }`, token);
}

function text([before, after]: Plan['around']): Code {
  const parts = [...(before ? [literal(before)] : []), code`access`, ...(after ? [literal(after)] : [])];
  return parts.reduce((left, right) => code`${left} + ${right}`);
}
