/** What stands around every step: the strip of the training stand, the name of the service, languages, how far it is, and the way out. */
import type { ReactNode } from 'react';
import { LANGUAGES } from '../../shared/domain/localized.ts';
import type { CaseAim, CaseStage } from '../../shared/domain/issuance/issuance-case.ts';
import { Notice } from '../ui/Notice.tsx';
import { Segmented } from '../ui/Segmented.tsx';
import './citizen.css';
import { LANGUAGE_SHORT, speak, useTexts } from './texts/index.ts';
import { Progress } from './Progress.tsx';
import { Withdraw } from './Withdraw.tsx';

interface FrameProps {
  /** Null before there is an application. */
  readonly stage: CaseStage['stage'] | null;
  /** Left out before there is an application. */
  readonly aim?: CaseAim;
  /** The portal gives no answer just now. */
  readonly away: boolean;
  /** Null where there is nothing to withdraw. */
  readonly onWithdraw: (() => void) | null;
  readonly children: ReactNode;
}

export function Frame({ stage, aim = 'keys', away, onWithdraw, children }: FrameProps) {
  const { t, language } = useTexts();
  return (
    <div className="citizen">
      <p className="citizen-strip">{t('frame.testStrip')}</p>
      <header className="citizen-head">
        <p className="citizen-name">{t('frame.name')}</p>
        <Segmented
          label={t('frame.language')}
          hideLabel
          choices={LANGUAGES.map((id) => ({ id, text: LANGUAGE_SHORT[id], lang: id }))}
          value={language}
          onChange={speak}
        />
      </header>
      {/* A number alone is one step. */}
      {stage === null || aim === 'phone' ? null : <Progress stage={stage} />}
      <main className="citizen-main">
        {away ? (
          <Notice tone="warn" role="status">
            {t('frame.away')}
          </Notice>
        ) : null}
        {children}
      </main>
      {onWithdraw === null ? null : (
        <footer className="citizen-foot">
          <Withdraw aim={aim} onWithdraw={onWithdraw} />
        </footer>
      )}
    </div>
  );
}
