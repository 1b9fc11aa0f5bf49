import { createClient, getPet, type Pet } from './api/index.js';

export const names: string[] = [];
const keep = (pet: Pet): number => names.push(pet.name);
const client = createClient({ baseUrl: 'https://api.example.com' });
const result = await getPet(client, { path: { id: '1' } });
if (result.ok) keep(result.body);
