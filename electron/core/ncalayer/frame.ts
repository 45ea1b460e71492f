/** What one text frame of a portal is: a sign of life, nothing, a request to a module, or not understood. */
import { isJsonObject, type JsonObject, type JsonValue, readJsonObject } from './lenient-json.ts';

/** A request without a module is for the applet of the first years. */
export const APPLET_MODULE = 'kz.gov.pki.knca.applet.Applet';

export interface ModuleRequest {
  module: string;
  method: string | null;
  /** Undefined where the key is absent. */
  args: JsonValue | undefined;
  /** Given back in answers of commonUtils. */
  uuid: JsonValue | undefined;
}

export type Frame = { type: 'heartbeat' } | { type: 'nothing' } | { type: 'request'; request: ModuleRequest } | { type: 'malformed' };

export const HEARTBEAT = '--heartbeat--';

/** Never throws, whatever the text. */
export function readFrame(text: string): Frame {
  if (text === HEARTBEAT) return { type: 'heartbeat' };
  const message = readJsonObject(text);
  if (message === null) return { type: 'malformed' };
  // Some pages send an empty object to keep the connection open; an answer would be taken for that of the next call.
  if (Object.keys(message).length === 0) return { type: 'nothing' };
  return { type: 'request', request: requestOf(message) };
}

function requestOf(message: JsonObject): ModuleRequest {
  const { module, method, args, uuid } = message;
  return {
    module: typeof module === 'string' ? module : module === undefined ? APPLET_MODULE : '',
    method: typeof method === 'string' ? method : null,
    args,
    uuid,
  };
}

export const argumentObject = ({ args }: ModuleRequest): JsonObject | null => (isJsonObject(args) ? args : null);
