import { clearPets, createClient } from './api/index.js';

const client = createClient({ baseUrl: 'https://api.example.com' });
await clearPets(client);
