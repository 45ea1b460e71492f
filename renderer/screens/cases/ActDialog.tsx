/** Writes the act of a finished application, found by the number on its receipt. */
import { type FormEvent, useState } from 'react';
import { useFaultText } from '../../host/use-fault-text.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';

const NUMBER = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function ActDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const host = useHost();
  const faultText = useFaultText();
  const [number, setNumber] = useState('');
  const [said, setSaid] = useState<{ good: boolean; words: string } | null>(null);
  const ready = NUMBER.test(number);
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const answer = await host.issuance.printAct({ caseId: number });
    if (!answer.ok) return setSaid({ good: false, words: faultText(answer.failure) });
    const act = answer.value;
    setSaid(act.ok ? { good: true, words: t('cases.act.done', { path: act.path }) } : { good: false, words: t(`cases.act.${act.code}`) });
  };
  return (
    <Dialog title={t('cases.act.title')} closeLabel={t('app.close')} onClose={onClose}>
      <form className="case-form" onSubmit={(event) => void make(event)}>
        <p className="soft">{t('cases.act.text')}</p>
        <Field
          label={t('cases.act.number')}
          autoComplete="off"
          autoFocus
          maxLength={36}
          placeholder="00000000-0000-0000-0000-000000000000"
          value={number}
          onChange={(typed) => setNumber(typed.trim().toLowerCase())}
        />
        {said === null ? null : (
          <Notice tone={said.good ? 'good' : 'bad'} role={said.good ? 'status' : 'alert'}>
            <p>{said.words}</p>
          </Notice>
        )}
        <Button type="submit" look="primary" isDisabled={!ready}>
          {t('cases.act.make')}
        </Button>
      </form>
    </Dialog>
  );
}
