/** The look at the person: one key says it is the same one, another refuses with a reason. */
import { UserCheck, UserX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { actedOnKey } from '../../host/fault-key.ts';
import { useKeys } from '../../ui/use-keys.ts';
import { useAppInfo } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import type { Answered } from './desk-state.ts';
import { RefuseFaceDialog } from './RefuseFaceDialog.tsx';
import type { Desk } from './use-desk.ts';

export function FacePanel({ answered, desk }: { readonly answered: Answered; readonly desk: Desk }) {
  const { t } = useTexts();
  const { timers } = useAppInfo();
  const looked = useElapsed(timers.faceAttestDelayMs);
  const [refusing, setRefusing] = useState(false);
  const { face, outcome } = answered;
  // Where nothing could be established there is nothing to confirm; to refuse for a reason is always possible.
  const mayAttest = outcome.verdict !== 'cannot-determine';
  const undecided = face.state === 'open' || face.state === 'not-recorded';
  const attest = () => desk.decideFace({ decision: 'same-person' });
  const refuse = () => {
    // The screen must not clear under the question.
    desk.extend();
    setRefusing(true);
  };
  useKeys(undecided && !refusing ? { ...(mayAttest && looked && { F9: attest }), F10: refuse } : {});

  if (face.state === 'attested') return <Notice tone="good" role="status" title={t('verdict.face.attested')} />;
  // The band says it then.
  if (face.state === 'refused') return null;
  return (
    <section className="face" aria-label={t('verdict.face.title')}>
      {mayAttest ? (
        <Button
          look="primary"
          size="large"
          icon={<UserCheck size={22} aria-hidden />}
          hint="F9"
          isDisabled={!undecided || !looked}
          onPress={attest}
        >
          {looked ? t('verdict.face.same') : t('verdict.face.wait')}
        </Button>
      ) : null}
      <Button look="refuse" icon={<UserX size={20} aria-hidden />} hint="F10" isDisabled={!undecided} onPress={refuse}>
        {t('verdict.face.different')}
      </Button>
      {face.state === 'not-recorded' ? (
        <Notice tone="bad" role="alert">
          <p>{t(actedOnKey(face.fault) ?? 'verdict.face.failed')}</p>
        </Notice>
      ) : null}
      {refusing ? (
        <RefuseFaceDialog
          onClose={() => setRefusing(false)}
          onRefuse={(reason) => {
            setRefusing(false);
            desk.decideFace({ decision: 'refused', reason });
          }}
        />
      ) : null}
    </section>
  );
}

/** Whether the component has been on screen that long: the person is looked at before the key works. */
function useElapsed(ms: number): boolean {
  const [elapsed, setElapsed] = useState(ms === 0);
  useEffect(() => {
    const timer = setTimeout(() => setElapsed(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return elapsed;
}
