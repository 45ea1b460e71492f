/**
 * The answers of NCALayer, as portals and their libraries were written against: `code` is a text, nothing is null, success carries
 * no `message` (the C# client reports a bad request for one), basics always gives a list.
 */
import type { JsonObject, JsonValue } from './lenient-json.ts';

/** One frame to send, or nothing at all. */
export type Answer = JsonObject | null;

/** Sent first and byte for byte so: the C# client drops it by a pattern and takes anything else for its answer. */
export const GREETING = '{"result":{"version":"1.4"}}';
/** What a peer from another machine is told. */
export const NOT_LOOPBACK = 'You shall not pass!';

/** As org.json writes it: `</` never stands in a text, because pages put answers into scripts. */
export const answerText = (answer: JsonObject): string => JSON.stringify(answer).replaceAll('</', String.raw`<\/`);

/** Must be given: ncalayer-js-client waits for it inside `connect()` without end. */
export const MODULE_NOT_FOUND: JsonObject = { success: false, errorCode: 'MODULE_NOT_FOUND' };

export const commonSuccess = (responseObject: JsonValue | undefined, uuid: JsonValue | undefined): JsonObject => ({
  code: '200',
  ...(responseObject === undefined ? {} : { responseObject }),
  ...(uuid === undefined || uuid === null ? {} : { uuid }),
});

/** `message` is left out where the Java exception had none. */
export const commonFailure = (message: string | null, uuid?: JsonValue): JsonObject => ({
  code: '500',
  ...(message === null ? {} : { message }),
  ...(uuid === undefined || uuid === null ? {} : { uuid }),
});

export const ACTION_CANCELED = 'action.canceled';

export const basicsSuccess = (result: JsonValue): JsonObject => ({ body: { result }, status: true });
/** Not an error: the person decided otherwise. */
export const BASICS_CANCELED: JsonObject = { body: {}, status: true };

const BASICS_MESSAGES = {
  INVALID_SIGNING_PARAMS: 'Invalid signing parameters.',
  SIGNING_FAILURE: 'Signing has failed.',
  GENERAL_ERROR: 'General error.',
  INVOCATION_ERROR: 'An invoked method threw an exception.',
} as const;
export type BasicsErrorCode = keyof typeof BASICS_MESSAGES;

export const basicsFailure = (code: BasicsErrorCode, details: string): JsonObject => ({
  status: false,
  code,
  message: BASICS_MESSAGES[code],
  details,
});
