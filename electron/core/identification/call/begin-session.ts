/** How a call begins: with the course drawn for it and nothing answered yet. */
import type { CallScript, CallStep } from '../../../../shared/domain/call/call-script.ts';
import type { CallSession, SessionStep } from '../../../../shared/domain/call/call-session.ts';
import type { CallAgent } from '../../../../shared/domain/call/call-talk.ts';
import type { AcceptedCall } from '../../../ports/calls/call-line.ts';
import { planCall } from './plan-call.ts';

export const unasked = (step: CallStep): SessionStep => ({ step, failures: [], passed: null, still: null, pictureLost: false });

export const beginSession = (call: AcceptedCall, agent: CallAgent, script: CallScript, randomBelow: (limit: number) => number, acceptedAt: string): CallSession => ({
  callId: call.callId,
  caseId: call.caseId,
  kind: call.kind,
  agent,
  language: call.language,
  code: call.code,
  acceptedAt,
  preflight: call.preflight,
  camera: call.camera,
  machine: 'helps',
  scriptVersion: script.version,
  purpose: script.purpose,
  steps: planCall(script, randomBelow).map(unasked),
  aborts: script.aborts,
  phoneChanged: null,
  alarmAt: null,
  recorded: 0,
  packages: [],
  ended: null,
});
