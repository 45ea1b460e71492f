/** Refusals of the key store as values. */
import type { KeyRefusal, KeyRefusalCode, PasswordFault } from '../../../../shared/domain/keys/key-view.ts';
import { failure } from '../../../../shared/util/result.ts';

export const refused = (code: Exclude<KeyRefusalCode, 'password-refused' | 'too-many-attempts'>): { ok: false; failure: KeyRefusal } =>
  failure({ code, passwordFaults: [], retryAt: null });

export const passwordRefused = (passwordFaults: PasswordFault[]): { ok: false; failure: KeyRefusal } =>
  failure({ code: 'password-refused', passwordFaults, retryAt: null });

export const heldBack = (retryAt: Date): { ok: false; failure: KeyRefusal } =>
  failure({ code: 'too-many-attempts', passwordFaults: [], retryAt: retryAt.toISOString() });
