// `node src/ops/healthcheck.ts`: exits 0 while the bot on this machine says that it is well, else 1 with what it says.
import { DEFAULT_HTTP_PORT, environment } from '../config.ts';
import { HOST } from './http.ts';

const PATIENCE_MS = 4_000;

const port = environment().HTTP_PORT || DEFAULT_HTTP_PORT;
try {
  const answer = await fetch(`http://${HOST}:${port}/healthz`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!answer.ok) console.error(await answer.text());
  process.exitCode = answer.ok ? 0 : 1;
} catch (err) {
  console.error(err instanceof Error ? err.message : err);
  process.exitCode = 1;
}
