/** An expected failure as a value: every port and gateway answers with one of these, never with an exception. */
export type Result<Value, Failure> = { ok: true; value: Value } | { ok: false; failure: Failure };

export const success = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value });
export const failure = <Failure>(reason: Failure): { ok: false; failure: Failure } => ({ ok: false, failure: reason });
