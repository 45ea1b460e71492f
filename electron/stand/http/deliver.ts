/** Puts an answer on the wire, whole or the way the bad day wants it. */
import type { ServerResponse } from 'node:http';
import type { AnswerFault } from '../bad-days/switches.ts';
import type { Reply } from './reply.ts';

/** Above the largest answer any gateway accepts. */
const OVERSIZED_BYTES = 64 * 1024 * 1024;
const DRIP_MS = 250;

export function deliver(response: ServerResponse, reply: Reply, fault: AnswerFault): void {
  const body = Buffer.from(reply.body);
  switch (fault) {
    case 'oversized':
      sendOversized(response, reply);
      return;
    case 'slow-drip':
      sendSlowly(response, reply);
      return;
    case 'malformed':
      sendWhole(response, reply, body.subarray(0, Math.floor(body.length / 2)));
      return;
    case 'dies-half-way':
      response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
      return;
    default:
      sendWhole(response, reply, body);
  }
}

function sendWhole(response: ServerResponse, reply: Reply, body: Buffer): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': body.length });
  response.end(body);
}

/** Without a content-length, so that the reader has to count. */
function sendOversized(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, reply.headers);
  const chunk = Buffer.alloc(256 * 1024, ' ');
  let left = OVERSIZED_BYTES;
  const pour = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', pour);
        return;
      }
    }
    response.end();
  };
  pour();
}

/** The interval ends with the connection: the reader gives up, or the stand closes. */
function sendSlowly(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, reply.headers);
  const drip = setInterval(() => response.write(' '), DRIP_MS);
  response.once('close', () => clearInterval(drip));
}
