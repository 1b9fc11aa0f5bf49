import { createClient, getPet } from './api/index.js';

const client = createClient({ baseUrl: 'https://api.example.com', auth: { key: 'secret' } });
await getPet(client, { path: { id: '1' } });
