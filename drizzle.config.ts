// Where drizzle-kit finds the tables and writes the migrations.
import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: [
    './src/core/schema.ts',
    './src/core/question-tables.ts',
    './src/core/standing-tables.ts',
    './src/core/privacy-tables.ts',
  ],
  out: './migrations',
});
