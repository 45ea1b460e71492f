/** Sign-in with the operator's key file and its password; both leave the page's memory with the attempt. */
import { KeyRound } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SignInRefused } from './SignInRefused.tsx';
import { useSignIn } from './use-sign-in.ts';

/** The contract refuses larger ones. */
const LARGEST_KEY_FILE = 64 * 1024;

export function KeySignIn() {
  const { t } = useTexts();
  const host = useHost();
  const [file, setFile] = useState<File | null>(null);
  const [password, setPassword] = useState('');
  const { attempt, submit } = useSignIn(host.operator.signIn);
  const tooLarge = file !== null && file.size > LARGEST_KEY_FILE;
  const ready = file !== null && !tooLarge && password !== '' && attempt.state !== 'busy';

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const keyFile = new Uint8Array(await file.arrayBuffer());
    setPassword('');
    await submit({ keyFile, password });
  };

  return (
    <form className="sign-in-key" onSubmit={(event) => void onSubmit(event)} aria-labelledby="sign-in-title">
      <h1 id="sign-in-title" className="sign-in-title">
        {t('signIn.title')}
      </h1>
      <p className="soft">{t('signIn.keyText')}</p>
      <div className="field">
        <span className="field-label" id="key-file-label">
          {t('signIn.file')}
        </span>
        <div className="sign-in-file">
          <FileTrigger acceptedFileTypes={['.p12', '.pfx']} onSelect={(files) => setFile(files?.[0] ?? null)}>
            <Button icon={<KeyRound size={18} aria-hidden />} aria-describedby="key-file-label key-file-name">
              {t('signIn.choose')}
            </Button>
          </FileTrigger>
          <span id="key-file-name" className="sign-in-file-name">
            {file?.name ?? t('signIn.noFile')}
          </span>
        </div>
      </div>
      {tooLarge ? (
        <Notice tone="bad" role="alert">
          <p>{t('signIn.fileTooLarge')}</p>
        </Notice>
      ) : null}
      <Field
        label={t('signIn.password')}
        type="password"
        autoComplete="off"
        maxLength={256}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" look="primary" size="large" isDisabled={!ready}>
        {attempt.state === 'busy' ? t('signIn.busy') : t('signIn.submit')}
      </Button>
      <SignInRefused attempt={attempt} />
    </form>
  );
}
