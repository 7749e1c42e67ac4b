import { defineConfig } from 'drizzle-kit';

/** `npm run db:generate` writes the step from the last migration to the schema as it stands. */
export default defineConfig({ dialect: 'sqlite', schema: './db/schema/*.ts', out: './db/migrations' });
