/** Tokens that are plugged in, with all that PKCS#11 tells of the tries left for their PIN. */
import { useEffect, useState } from 'react';
import { Usb } from 'lucide-react';
import type { TokenView } from '../../../shared/domain/key-view.ts';
import { useHost } from '../../host/index.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';

const TONES: Readonly<Record<TokenView['pin'], Tone>> = { 'fresh': 'good', 'wrong-before': 'warn', 'last-try': 'bad', 'locked': 'bad' };

export function TokenList() {
  const { t } = useTexts();
  const host = useHost();
  const [tokens, setTokens] = useState<readonly TokenView[]>([]);
  useEffect(() => {
    void host.keys.tokens(null).then((answer) => answer.ok && setTokens(answer.value));
  }, [host]);
  if (tokens.length === 0) return null;
  return (
    <section className="keys-tokens" aria-labelledby="keys-tokens-title">
      <h2 id="keys-tokens-title">{t('keys.tokens')}</h2>
      <ul>
        {tokens.map(({ id, label, manufacturer, model, serial, pin }) => (
          <li key={id} className="keys-token">
            <Usb size={18} aria-hidden />
            <span className="keys-owner-name">{label}</span>
            <span className="soft small">{`${manufacturer} ${model}, ${serial}`}</span>
            <Badge tone={TONES[pin]}>{t(`keys.pin.${pin}`)}</Badge>
          </li>
        ))}
      </ul>
    </section>
  );
}
