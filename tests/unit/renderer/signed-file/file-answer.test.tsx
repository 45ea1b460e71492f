/** The page says of a file and of each signer the word the core gave them, whatever it could make of the checks beside it, and what to do next. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeLanguage, startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { FileAnswer } from '../../../../renderer/screens/signed-file/FileAnswer.tsx';
import { Verdict } from '../../../../shared/domain/checking/verdict.ts';
import { LANGUAGES } from '../../../../shared/domain/localized.ts';
import type { FileCheck, SignedFileReport } from '../../../../shared/domain/trust/signed-file.ts';

const passed: FileCheck[] = [{ layer: 'integrity', outcome: 'passed', code: 'integrity-intact' }];
const unread: FileCheck[] = [{ layer: 'integrity', outcome: 'undetermined', code: 'judging-not-finished' }];
const report = (verdict: Verdict, checks = passed): SignedFileReport => ({
  form: 'cms',
  verdict,
  checks,
  signers: [{ verdict, checks, identity: null, signedAt: null, claimedAt: null, revocationAsOf: null, revocationFreshness: null }],
  covers: [],
  fileHash: '0'.repeat(64),
  checkedAt: '2026-11-23T05:00:00.000Z',
});
const written = (shown: SignedFileReport): string => renderToStaticMarkup(<FileAnswer name="a.cms" report={shown} onContent={() => {}} onAwaitContent={() => {}} />);

beforeAll(() => startI18n('kk'));

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textsOf(language);
  beforeAll(() => changeLanguage(language));

  test.each(Verdict.options)('%s', (verdict) => {
    const words = written(report(verdict));
    const titles = Verdict.options.map((each) => words.split(`>${t(`files.verdict.${each}`)}<`).length - 1);
    // Of the file and of its one signer.
    expect(titles).toEqual(Verdict.options.map((each) => (each === verdict ? 2 : 0)));
  });

  test('a file nobody could read to its end is told what its reason says, and not to wait for services', () => {
    expect(written(report('cannot-determine', unread))).not.toContain(t('files.next.cannot-determine'));
    expect(written(report('cannot-determine', [{ layer: 'revocation', outcome: 'undetermined', code: 'revocation-unknown' }]))).toContain(t('files.next.cannot-determine'));
  });
});
