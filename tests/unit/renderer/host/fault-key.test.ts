/** A fault is told in the words of its reason where the operator can act on it. */
import { expect, test } from 'vitest';
import { actedOnKey, faultKey } from '../../../../renderer/host/fault-key.ts';
import { textsOf } from '../../../../renderer/i18n/index.ts';
import { Language } from '../../../../shared/domain/localized.ts';
import { NotPermittedReason } from '../../../../shared/ipc/wire.ts';

const OWN_WORDS: ReadonlySet<NotPermittedReason> = new Set(['access-over', 'too-early', 'no-policy', 'journal-unwritable', 'frozen'] as const);

test.each(NotPermittedReason.options)('%s', (reason) => {
  const key = faultKey({ code: 'not-permitted', reason });
  expect(key).toBe(OWN_WORDS.has(reason) ? `app.fault.notPermitted.${reason}` : 'app.fault.code.not-permitted');
  for (const language of Language.options) expect(textsOf(language)(key)).not.toContain('app.fault');
});

test('other faults by their code', () => {
  expect(faultKey({ code: 'unknown-call' })).toBe('app.fault.code.unknown-call');
  expect([actedOnKey({ code: 'unknown-call' }), actedOnKey(null)]).toEqual([null, null]);
});
