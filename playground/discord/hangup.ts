// Ends a gateway connection for a reason the client can read.
import type { GatewayCloseCodes } from 'discord-api-types/v10';

/** Thrown while a frame is handled; the socket closes with this code. */
export class Hangup extends Error {
  readonly code: GatewayCloseCodes;

  constructor(code: GatewayCloseCodes, reason: string) {
    super(reason);
    this.code = code;
  }
}
