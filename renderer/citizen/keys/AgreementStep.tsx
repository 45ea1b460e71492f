/** Agreement, e-mail, where the keys will lie, and «Подать заявку». */
import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import type { KeyApplication } from '../../../shared/domain/issuance/portal-keys.ts';
import { type PluggedToken, TOKEN_KEY_KINDS } from '../../../shared/domain/issuance/token-program.ts';
import { askOwn, type PortalSession } from '../portal/portal-client.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { EMPTY_CHEST, writeChest } from './key-chest.ts';
import { canChooseFolder, chooseFolder } from './save-files.ts';
import { TokenChoice } from './TokenChoice.tsx';
import { useKeysView } from './use-keys-view.ts';

const EMAIL = /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/;

type Refused = 'changed' | 'failed' | 'chest' | null;

export function AgreementStep({ session }: { readonly session: PortalSession }) {
  const { t, language } = useTexts();
  const followed = useKeysView(session, false);
  const [accepted, setAccepted] = useState(false);
  const [email, setEmail] = useState('');
  const [store, setStore] = useState<KeyApplication['store']>('computer');
  const [folder, setFolder] = useState<FileSystemDirectoryHandle | null>(null);
  const [token, setToken] = useState<PluggedToken | null>(null);
  const [older, setOlder] = useState(false);
  const [remind, setRemind] = useState({ email: true, sms: true });
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused>(null);
  if (followed.state !== 'told') {
    return (
      <p role="status" className="keys-road-wait">
        <Spinner size="line" /> {t(followed.state === 'away' ? 'keys.away' : 'frame.loading')}
      </p>
    );
  }
  const { agreement } = followed.view;
  const wrongEmail = email.includes('@') && email.length > 5 && !EMAIL.test(email);
  const ready = accepted && EMAIL.test(email) && (store === 'computer' || token !== null);

  async function apply(): Promise<void> {
    setBusy(true);
    setRefused(null);
    try {
      const onToken = store === 'token' && token !== null;
      const kinds = onToken ? TOKEN_KEY_KINDS : older ? (['GOST512', ...TOKEN_KEY_KINDS] as const) : (['GOST512'] as const);
      await writeChest(session.id, { ...EMPTY_CHEST, kinds, folder, token: onToken ? { token, requests: [] } : null });
    } catch {
      setBusy(false);
      return setRefused('chest');
    }
    const remindBy = (['email', 'sms'] as const).filter((by) => remind[by]);
    const order: KeyApplication = { agreementVersion: agreement.version, store, email, remindBy };
    const answer = await askOwn(session, 'keys/apply', { json: order });
    // Taken once already: the page moves on when the desk has heard of it.
    if (answer.ok || answer.failure.code === 'not-here') return;
    setBusy(false);
    setRefused(answer.failure.code === 'agreement-changed' ? 'changed' : 'failed');
  }

  return (
    <form
      className="keys-road"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) void apply();
      }}
    >
      <StepHeading text={t('keys.agreement.title')} />
      <p className="soft">{t('keys.agreement.lead')}</p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- longer than its frame on a phone: the keyboard must reach it to scroll */}
      <section className="keys-road-agreement" aria-label={t('keys.agreement.text')} tabIndex={0}>
        <ol>
          {agreement.clauses.map((clause) => (
            <li key={clause.ru}>{clause[language]}</li>
          ))}
        </ol>
        <p className="soft small">{agreement.version}</p>
      </section>
      <Checkbox className="keys-road-check" isSelected={accepted} onChange={setAccepted}>
        <span className="keys-road-box" aria-hidden="true" />
        {t('keys.agreement.accept')}
      </Checkbox>
      <Field
        label={t('keys.agreement.email')}
        hint={t('keys.agreement.emailHint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        maxLength={120}
        value={email}
        onChange={(typed) => setEmail(typed.trim())}
        validationBehavior="aria"
        error={wrongEmail ? t('keys.agreement.emailWrong') : undefined}
      />
      <Segmented
        label={t('keys.agreement.store')}
        value={store}
        onChange={setStore}
        choices={[
          { id: 'computer', text: t('keys.agreement.computer') },
          { id: 'token', text: t('keys.agreement.token') },
        ]}
      />
      {store === 'token' ? (
        <TokenChoice chosen={token} onChoose={setToken} />
      ) : (
        <>
          <div className="field">
            <span className="field-label" id="keys-folder">
              {t('keys.agreement.folder')}
            </span>
            <div className="keys-road-folder">
              <span>{folder?.name ?? t('keys.agreement.downloads')}</span>
              {canChooseFolder() ? (
                <Button size="small" icon={<FolderOpen size={18} aria-hidden />} aria-describedby="keys-folder" onPress={() => void chooseFolder().then((chosen) => chosen !== null && setFolder(chosen))}>
                  {t('keys.agreement.chooseFolder')}
                </Button>
              ) : null}
            </div>
          </div>
          <Toggle label={t('keys.agreement.older')} text={t('keys.agreement.olderText')} on={older} onChange={setOlder} />
        </>
      )}
      <fieldset className="keys-road-remind">
        <legend>{t('keys.agreement.remind')}</legend>
        <Toggle label={t('keys.agreement.remindEmail')} on={remind.email} onChange={(on) => setRemind({ ...remind, email: on })} />
        <Toggle label={t('keys.agreement.remindSms')} on={remind.sms} onChange={(on) => setRemind({ ...remind, sms: on })} />
      </fieldset>
      {refused === null ? null : (
        <Notice tone="bad" role="alert">
          <p>{t(refused === 'changed' ? 'keys.agreement.changed' : refused === 'chest' ? 'keys.requests.chest' : 'keys.failed')}</p>
        </Notice>
      )}
      <Button type="submit" look="primary" size="large" isDisabled={!ready || busy}>
        {t('keys.agreement.apply')}
      </Button>
    </form>
  );
}
