/** Where the templates and the runtime are: beside `src/` and beside `dist/`, which this file is in when it is built. */
export const templatesFolder = new URL('../templates/', import.meta.url);
