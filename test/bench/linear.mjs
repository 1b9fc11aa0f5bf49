// CPU of the generator over 20 sizes of one made-up document, in one process: seconds a thousand operations at each size, and the exponent of
// the curve through all (1: linear). Needs `npm run build`; `node test/bench/linear.mjs [LARGEST]`, by default 2,000 operations.
import { generate } from '../../dist/index.js';

const largest = Number(process.argv[2] ?? 2000);
const sizes = Array.from({ length: 20 }, (_, i) => Math.round((largest * (i + 1)) / 20));

function documentOf(operations) {
  const schema = (i) => ({
    type: 'object',
    description: `Thing number ${i}.`,
    required: ['id', 'owner'],
    properties: {
      id: { type: 'integer', minimum: 1 },
      owner: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, mail: { type: 'string', format: 'email' } } },
      tags: { type: 'array', items: { type: 'string' } },
      state: { enum: ['open', 'closed'] },
      next: { $ref: `#/components/schemas/Thing${(i * 7 + 1) % operations}` },
    },
  });
  const all = Array.from({ length: operations }, (_, i) => i);
  return {
    openapi: '3.1.0',
    info: { title: 'sizes', version: '1' },
    paths: Object.fromEntries(
      all.map((i) => [
        `/things${i}/{id}`,
        {
          get: {
            operationId: `getThing${i}`,
            parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
            responses: {
              200: { description: 'one', content: { 'application/json': { schema: { $ref: `#/components/schemas/Thing${i}` } } } },
              404: { description: 'none' },
            },
          },
        },
      ]),
    ),
    components: { schemas: Object.fromEntries(all.map((i) => [`Thing${i}`, schema(i)])) },
  };
}

await generate({ input: documentOf(200), paths: false });
const rows = [];
for (const size of sizes) {
  const input = documentOf(size);
  const before = process.cpuUsage();
  const { files } = await generate({ input, paths: false });
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  rows.push({ size, seconds });
  const bytes = files.reduce((sum, { text }) => sum + text.length, 0);
  console.log(`${size} operations, ${(bytes / 1e6).toFixed(1)} MB: ${seconds.toFixed(2)} s, ${((seconds / size) * 1000).toFixed(2)} s a thousand`);
}

const points = rows.map(({ size, seconds }) => [Math.log(size), Math.log(seconds)]);
const mean = (k) => points.reduce((sum, point) => sum + point[k], 0) / points.length;
const [x, y] = [mean(0), mean(1)];
const slope = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
console.log(`exponent ${slope.toFixed(2)}`);
