/** One request: who asks, for what, and what the person decides. Escape refuses it. */
import type { SigningView } from '../../../shared/domain/signing/signing-request.ts';
import { useHost } from '../../host/index.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { CallerLine } from './CallerLine.tsx';
import { CallerQuestion } from './CallerQuestion.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { PlainConsent } from './PlainConsent.tsx';
import { SignWithKey } from './SignWithKey.tsx';
import './signing.css';
import { useDialogTexts } from './use-dialog-texts.ts';

interface SigningDialogProps {
  readonly view: SigningView;
  readonly onChange: () => void;
}

export function SigningDialog({ view, onChange }: SigningDialogProps) {
  const { t, language } = useDialogTexts(view.locale);
  const host = useHost();
  const { requestId, task, step } = view;
  const cancel = () => void host.signing.cancel({ requestId }).then(onChange);
  const title = t(`signing.titles.${step === 'caller' ? 'caller' : task.kind}`);
  return (
    <Dialog title={title} closeLabel={t('signing.cancel')} width="wide" outside="stays" onClose={cancel}>
      <div className="signing" lang={language}>
        <CallerLine caller={view.caller} waiting={view.waiting} t={t} />
        {step === 'caller' ? <CallerQuestion view={view} t={t} onChange={onChange} /> : null}
        {step !== 'caller' && task.kind === 'choose-file' ? <ChooseFile requestId={requestId} files={task.files} t={t} onChange={onChange} /> : null}
        {step !== 'caller' && task.kind === 'add-time-stamp' ? <PlainConsent view={view} document={task.document} t={t} onChange={onChange} /> : null}
        {step !== 'caller' && (task.kind === 'sign' || task.kind === 'sign-in' || task.kind === 'show-certificate') ? (
          <SignWithKey view={view} task={task} t={t} onChange={onChange} onCancel={cancel} />
        ) : null}
      </div>
    </Dialog>
  );
}
