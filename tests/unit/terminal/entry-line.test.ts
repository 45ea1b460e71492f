/** One entry of the journal as a line of the terminal: of a case, what happened and every code of why. */
import { expect, it } from 'vitest';
import { lineOf } from '../../../electron/shell-terminal/commands/journal/list.ts';
import { texts } from '../../../electron/shell-terminal/texts/index.ts';
import type { JournalEntry } from '../../../shared/domain/journal/journal-entry.ts';
import type { JournalEvent } from '../../../shared/domain/journal/journal-event.ts';
import { LANGUAGES } from '../../../shared/domain/localized.ts';

type CaseAdvanced = Extract<JournalEvent, { kind: 'case-advanced' }>;
const STEP = { kind: 'case-advanced', caseId: '7d4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c10', step: 7, from: 'comparison', to: 'moderation', policyVersion: '2026.1' } as const;
const entryOf = (event: CaseAdvanced): JournalEntry => ({
  id: '1b4b0a52-6a52-4a3e-9d0c-0f6f3d6d7c11', sequence: 7, at: '2026-11-22T09:00:00Z', operatorId: null, workstation: 'w', purpose: null, event,
  previousHash: 'a'.repeat(64), hash: 'b'.repeat(64), mark: { state: 'not-needed' },
});

it.each(LANGUAGES)('in %s', (language) => {
  const text = texts(language);
  const line = (event: CaseAdvanced): string => lineOf(entryOf(event), text).split(text.kind['case-advanced'])[1]!;
  expect(line({ ...STEP, happened: 'compared', reason: 'face-differs', reasons: ['face-differs', 'data-differ'] })).toBe('  compared  face-differs  data-differ');
  expect(line({ ...STEP, happened: 'risk-noted', reason: null, risk: 'shared-device' })).toBe('  risk-noted  shared-device');
  expect(line({ ...STEP, happened: 'machine-too-weak', reason: null, cause: 'too-weak' })).toBe('  machine-too-weak  too-weak');
  expect(line({ ...STEP, happened: 'moderated', reason: 'card-suspect' })).toBe('  moderated  card-suspect');
  expect(line({ ...STEP, happened: 'time-passed', reason: null })).toBe('  time-passed');
});
