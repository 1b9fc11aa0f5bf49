import { createClient, listPets } from './api/index.js';

const client = createClient({ baseUrl: 'https://api.example.com' });
await listPets(client, { query: { owner: 'a' } });
