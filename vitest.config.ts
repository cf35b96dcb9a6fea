// How the tests run: files in parallel on three workers, journeys with room for real sockets.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'playground/**/*.test.ts'],
    testTimeout: 90_000,
    hookTimeout: 90_000,
    // One more than the two cores they are meant for: journeys wait for Discord's limits a good part of their time.
    maxWorkers: 3,
  },
});
