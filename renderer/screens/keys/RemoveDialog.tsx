/** Removes a key for good, with the reason that goes into the journal. */
import { useState } from 'react';
import type { RemovalReason } from '../../../shared/domain/keys/key-view.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Select } from '../../ui/Select.tsx';
import type { ActDialogProps } from './act-dialog.ts';
import { KeyForm } from './KeyForm.tsx';
import { useKeyAct } from './use-key-act.ts';

const REASONS = ['replaced', 'owner-left', 'revoked', 'compromised', 'imported-by-mistake'] as const satisfies readonly RemovalReason[];

export function RemoveDialog({ keyId: id, onClose, onDone }: ActDialogProps) {
  const { t } = useTexts();
  const host = useHost();
  const act = useKeyAct();
  const [reason, setReason] = useState<RemovalReason>('replaced');
  const remove = () => act.run(host.keys.remove({ id, reason }), () => onDone(t('keys.done.removed')));
  return (
    <KeyForm title={t('keys.action.remove')} submit={t('keys.removeConfirm')} look="refuse" ready act={act} onSubmit={() => void remove()} onClose={onClose}>
      <Notice tone="warn">
        <p>{t('keys.removeNote')}</p>
      </Notice>
      <Select label={t('keys.reasonTitle')} choices={REASONS.map((each) => ({ id: each, text: t(`keys.reason.${each}`) }))} value={reason} onChange={setReason} />
    </KeyForm>
  );
}
