/** Makes the keys, keeps them sealed in this browser, and only then sends their requests; nothing is to be done but wait. */
import { useCallback, useEffect, useState } from 'react';
import { encodeBase64 } from '../../../shared/util/base64.ts';
import type { KeyRequestIn, KeysView } from '../../../shared/domain/issuance/portal-keys.ts';
import { TOKEN_KEY_KINDS } from '../../../shared/domain/issuance/token-program.ts';
import { failure, type Result, success } from '../../../shared/util/result.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { askOwn, type PortalSession } from '../portal/portal-client.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { type ChestContent, readChest, writeChest } from './key-chest.ts';
import { openKeyStore } from './key-store-client.ts';
import { makeTokenKeys, type TokenTrouble } from './token-program.ts';

type Trouble = 'chest' | 'refused' | 'away' | 'failed' | `token.trouble.${TokenTrouble}`;

export function RequestsStep({ session }: { readonly session: PortalSession }) {
  const { t } = useTexts();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [onToken, setOnToken] = useState(false);
  const run = useCallback(() => ask(session).then(setTrouble), [session]);
  useEffect(() => void readChest(session.id).then(({ token }) => setOnToken(token !== null), () => undefined), [session]);
  useEffect(() => void run(), [run]);

  const again = () => {
    setTrouble(null);
    void run();
  };
  return (
    <section className="keys-road">
      <StepHeading text={t('keys.requests.title')} />
      {trouble === null ? (
        <p role="status" className="keys-road-wait">
          <Spinner size="line" /> {t(onToken ? 'keys.token.typePin' : 'keys.requests.text')}
        </p>
      ) : (
        <Notice tone="bad" role="alert" {...(trouble !== 'refused' && { action: <Button onPress={again}>{t('keys.again')}</Button> })}>
          <p>{trouble === 'chest' || trouble === 'refused' ? t(`keys.requests.${trouble}`) : t(`keys.${trouble}`)}</p>
        </Notice>
      )}
    </section>
  );
}

/** Null when the portal has the requests. */
async function ask(session: PortalSession): Promise<Trouble | null> {
  let asked: Result<readonly KeyRequestIn[], Trouble>;
  try {
    const chest = await readChest(session.id);
    asked = await (chest.token === null ? requestsOfFiles : requestsOfToken)(session, chest);
  } catch {
    return 'chest';
  }
  if (!asked.ok) return asked.failure;
  const sent = await askOwn(session, 'keys/requests', { json: { requests: asked.value } });
  if (sent.ok || sent.failure.code === 'not-here') return null;
  return sent.failure.code === 'away' ? 'away' : 'refused';
}

/** Keys that are in the chest already are not made again: their requests may have arrived. */
async function requestsOfFiles(session: PortalSession, chest: ChestContent): Promise<Result<readonly KeyRequestIn[], Trouble>> {
  let { keys } = chest;
  if (keys.length === 0) {
    const view = await askOwn<KeysView>(session, 'keys', { method: 'GET' });
    if (!view.ok) return failure('away');
    const keyStore = openKeyStore();
    const made = await keyStore.ask({ ask: 'make', kinds: chest.kinds, owner: view.value.owner });
    keyStore.close();
    if (made.answer !== 'made') return failure('failed');
    keys = made.keys;
    await writeChest(session.id, { ...chest, keys });
  }
  return success(keys.map(({ sealed: { kind }, request }) => ({ kind, pkcs10: encodeBase64(request) })));
}

/** The same where the token has made them. */
async function requestsOfToken(session: PortalSession, chest: ChestContent): Promise<Result<readonly KeyRequestIn[], Trouble>> {
  const { token, requests } = chest.token!;
  if (requests.length > 0) return success(requests);
  const view = await askOwn<KeysView>(session, 'keys', { method: 'GET' });
  if (!view.ok) return failure('away');
  const made = await makeTokenKeys({ tokenId: token.id, kinds: TOKEN_KEY_KINDS, owner: view.value.owner });
  if (!made.ok) return failure(`token.trouble.${made.failure}` as const);
  await writeChest(session.id, { ...chest, token: { token, requests: made.value } });
  return success(made.value);
}
