import { createClient, getPet } from './api/index.js';

const client = createClient({ baseUrl: 'https://api.example.com' });
const result = await getPet(client, { path: { id: '1' } });
if (result.ok) {
  const b: unknown = result.body['b'];
  console.log(b);
}
