import { createClient, createPet } from './api/index.js';

const client = createClient({ baseUrl: 'https://api.example.com' });
await createPet(client, { body: { b: 1 } });
