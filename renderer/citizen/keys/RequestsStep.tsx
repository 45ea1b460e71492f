/** Makes the keys, keeps them sealed in this browser, and only then sends their requests; nothing is to be done but wait. */
import { useCallback, useEffect, useState } from 'react';
import { encodeBase64 } from '../../../shared/util/base64.ts';
import type { KeyRequestIn, KeysView } from '../../../shared/domain/portal-keys.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { askOwn, type PortalSession } from '../portal/portal-client.ts';
import { StepHeading } from '../StepHeading.tsx';
import { useTexts } from '../texts/index.ts';
import { readChest, writeChest } from './key-chest.ts';
import { openKeyStore } from './key-store-client.ts';

type Trouble = 'chest' | 'refused' | 'away' | 'failed';

export function RequestsStep({ session }: { readonly session: PortalSession }) {
  const { t } = useTexts();
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const run = useCallback(() => ask(session).then(setTrouble), [session]);
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
          <Spinner /> {t('keys.requests.text')}
        </p>
      ) : (
        <Notice tone="bad" role="alert" {...(trouble !== 'refused' && { action: <Button onPress={again}>{t('keys.again')}</Button> })}>
          <p>{trouble === 'chest' || trouble === 'refused' ? t(`keys.requests.${trouble}`) : t(`keys.${trouble}`)}</p>
        </Notice>
      )}
    </section>
  );
}

/** Keys that are in the chest already are not made again: their requests may have arrived. Null when the portal has them. */
async function ask(session: PortalSession): Promise<Trouble | null> {
  let chest;
  try {
    chest = await readChest(session.id);
    if (chest.keys.length === 0) {
      const view = await askOwn<KeysView>(session, 'keys', { method: 'GET' });
      if (!view.ok) return 'away';
      const keyStore = openKeyStore();
      const made = await keyStore.ask({ ask: 'make', kinds: chest.kinds, owner: view.value.owner });
      keyStore.close();
      if (made.answer !== 'made') return 'failed';
      chest = { ...chest, keys: made.keys };
      await writeChest(session.id, chest);
    }
  } catch {
    return 'chest';
  }
  const requests: KeyRequestIn[] = chest.keys.map(({ sealed: { kind }, request }) => ({ kind, pkcs10: encodeBase64(request) }));
  const sent = await askOwn(session, 'keys/requests', { json: { requests } });
  if (sent.ok || sent.failure.code === 'not-here') return null;
  return sent.failure.code === 'away' ? 'away' : 'refused';
}
