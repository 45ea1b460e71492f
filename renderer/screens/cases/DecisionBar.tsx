/** The answer: approve, take again, refuse, put back; each a key, each but the first with a coded reason. */
import { Camera, CircleCheck, Undo2, UserX } from 'lucide-react';
import { useState } from 'react';
import type { CaseReason } from '../../../shared/domain/issuance/issuance-case.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Held, HeldCase, PutBackCause } from './use-held-case.ts';
import type { LookedAt } from './file/use-looked-at.ts';

/** The usual ones first: the digits 1 to 9 reach them. */
const RETAKE_REASONS: readonly CaseReason[] = ['card-unreadable', 'face-unclear', 'second-person', 'person-changed', 'camera-suspect', 'data-differ'];
const REFUSE_REASONS: readonly CaseReason[] = [
  'face-differs',
  'data-differ',
  'card-suspect',
  'card-expired',
  'coercion-suspected',
  'second-person',
  'camera-suspect',
  'person-deceased',
  'citizen-declined',
];
const CAUSES: readonly PutBackCause[] = ['acquaintance', 'shift-over', 'other'];

interface DecisionBarProps {
  readonly held: Extract<Held, { at: 'open' }>;
  readonly work: HeldCase;
  readonly looked: LookedAt['state'];
}

export function DecisionBar({ held, work, looked }: DecisionBarProps) {
  const { t } = useTexts();
  const [asking, setAsking] = useState<'retake' | 'refuse' | 'put-back' | null>(null);
  const { view, busy, refused } = held;
  const moderated = view.kind === 'moderation' || view.kind === 'second-opinion';
  const mayApprove = moderated && view.approval !== 'never';
  const canApprove = mayApprove && looked === 'all' && !busy;
  const approve = () => work.decide({ decision: 'approve' });
  useKeys(
    asking === null && !busy
      ? {
          ...(canApprove && { F9: approve }),
          ...(moderated && { F8: () => setAsking('retake') }),
          F10: () => setAsking('refuse'),
          F3: () => setAsking('put-back'),
        }
      : {},
  );
  const close = () => setAsking(null);
  return (
    <footer className="decision">
      {refused === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{t(`cases.answer.failed.${refused}`)}</p>
        </Notice>
      )}
      {moderated && !mayApprove ? <Notice tone="warn"><p>{t('cases.answer.never')}</p></Notice> : null}
      {mayApprove && looked === 'missing' ? (
        <Notice tone="warn" role="status" action={<Button onPress={work.reload}>{t('cases.file.reload')}</Button>}>
          <p>{t('cases.answer.failed.not-seen')}</p>
        </Notice>
      ) : null}
      <div className="decision-acts">
        {moderated ? (
          <Button look="primary" size="large" icon={<CircleCheck size={20} aria-hidden />} hint="F9" isDisabled={!canApprove} onPress={approve}>
            {view.approval === 'needs-second' ? t('cases.answer.approveSecond') : t('cases.answer.approve')}
          </Button>
        ) : null}
        {moderated ? (
          <Button icon={<Camera size={18} aria-hidden />} hint="F8" isDisabled={busy} onPress={() => setAsking('retake')}>
            {t('cases.answer.retake')}
          </Button>
        ) : null}
        <Button look="refuse" icon={<UserX size={18} aria-hidden />} hint="F10" isDisabled={busy} onPress={() => setAsking('refuse')}>
          {t('cases.answer.refuse')}
        </Button>
        <Button look="quiet" icon={<Undo2 size={18} aria-hidden />} hint="F3" isDisabled={busy} onPress={() => setAsking('put-back')}>
          {t('cases.file.putBack')}
        </Button>
        {busy ? (
          <p className="decision-busy" role="status">
            <Spinner size="line" /> {t('cases.answer.sealing')}
          </p>
        ) : null}
      </div>
      {asking === 'retake' || asking === 'refuse' ? (
        <ReasonDialog
          title={t(asking === 'retake' ? 'cases.answer.whyRetake' : 'cases.answer.whyRefuse')}
          text={t('cases.answer.whyText')}
          choices={asking === 'retake' ? RETAKE_REASONS : REFUSE_REASONS}
          wordsOf={(reason) => t(`cases.reason.${reason}`)}
          onClose={close}
          onChoose={(reason) => {
            close();
            work.decide({ decision: asking, reason });
          }}
        />
      ) : null}
      {asking === 'put-back' ? (
        <ReasonDialog
          title={t('cases.answer.whyPutBack')}
          text={t('cases.answer.putBackText')}
          choices={CAUSES}
          wordsOf={(cause) => t(`cases.answer.cause.${cause}`)}
          onClose={close}
          onChoose={(cause) => {
            close();
            work.putBack(cause);
          }}
        />
      ) : null}
    </footer>
  );
}
