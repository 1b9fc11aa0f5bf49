import { createClient, getPet } from './api/index.js';

const client = createClient({ baseUrl: 'https://api.example.com' });
const result = await getPet(client, { path: { id: '1' } });
if (result.ok) {
  const [, second] = result.body;
  const n: number | undefined = second;
  console.log(n);
}
