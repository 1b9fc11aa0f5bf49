import { createClient, type GetPetError, getPet } from './api/index.js';

type Documented = Extract<GetPetError, { readonly status: 404 | 409 | 422 }>;
export const describe = (error: Documented): string => error.body.message;
const client = createClient({ baseUrl: 'https://api.example.com' });
const result = await getPet(client, { path: { id: '1' } });
if (result.status === 404) console.log(describe(result));
