// Finds a port for the page: the wished one, or the next that is free.
import type { Server } from 'node:http';

/** Ports tried after the wished one. */
const PORTS_TRIED = 20;

/** Listens on 127.0.0.1; resolves with the port. */
export async function listen(http: Server, wished: number): Promise<number> {
  for (let port = wished; port <= wished + PORTS_TRIED; port += 1) {
    const taken = await new Promise<boolean>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void => {
        if (error.code === 'EADDRINUSE') resolve(true);
        else reject(error);
      };
      http.once('error', failed);
      http.listen(port, '127.0.0.1', () => {
        http.off('error', failed);
        resolve(false);
      });
    });
    const address = http.address();
    if (!taken && typeof address === 'object' && address !== null) return address.port;
  }
  throw new Error(`No port from ${wished} to ${wished + PORTS_TRIED} is free`);
}
