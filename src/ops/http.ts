// The operator's window: health and metrics over HTTP, on this machine only.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '../log.ts';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

export const HOST = '127.0.0.1';

export interface WindowParts {
  port: number;
  log: Logger;
  metrics: Metrics;
  /** Nothing while the bot is still starting. */
  health(): Health | undefined;
}

export interface OpsWindow {
  /** Where it listens; nothing when it does not. */
  readonly url: string | undefined;
  close(): Promise<void>;
}

/** Opens it. A port that is taken is said in the log, and keeps nothing from working. */
export async function openWindow({ port, log, metrics, health }: WindowParts): Promise<OpsWindow> {
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    const answer = request.method === 'GET' || request.method === 'HEAD' ? answers[path ?? ''] : undefined;
    if (!answer) return send(response, 404, { status: 'There is /healthz, /readyz and /metrics.' });
    answer(response).catch((err: unknown) => {
      log.error({ feature: 'http', err }, 'health or metrics could not be read');
      if (!response.headersSent) send(response, 500, { status: 'failed' });
      else response.destroy();
    });
  });
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': async (response) => {
      const wrong = health()?.alive();
      if (wrong === undefined) send(response, 200, { status: 'alive' });
      else send(response, 503, { status: 'in trouble', database: wrong });
    },
    '/readyz': async (response) => {
      const now = health();
      if (!now) return send(response, 503, { status: 'starting' });
      const checks = await now.checks();
      const isReady = Object.values(checks).every((verdict) => verdict === undefined);
      const told = Object.fromEntries(Object.entries(checks).map(([name, wrong]) => [name, wrong ?? 'ok']));
      send(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'not ready', ...told });
    },
    '/metrics': async (response) => {
      const text = await metrics.read();
      response.writeHead(200, { 'content-type': metrics.contentType }).end(text);
    },
  };
  const isOpen = await listen(server, port, log);
  return {
    url: isOpen ? `http://${HOST}:${(server.address() as AddressInfo).port}` : undefined, // a TCP server has one
    async close() {
      if (!isOpen) return;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number, log: Logger): Promise<boolean> {
  return new Promise((resolve) => {
    server.once('error', (err) => {
      log.warn(
        { feature: 'http', port, err },
        `health and metrics cannot be read: port ${port} is not free. Laurel runs without them; set HTTP_PORT to another port, or to 0 for none`,
      );
      resolve(false);
    });
    server.listen(port, HOST, () => {
      server.unref();
      resolve(true);
    });
  });
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}
