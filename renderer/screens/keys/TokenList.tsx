/** Tokens that are plugged in, with all that PKCS#11 tells of the tries left for their PIN. */
import { Usb } from 'lucide-react';
import { useState } from 'react';
import type { TokenView } from '../../../shared/domain/keys/key-view.ts';
import { useTexts } from '../../i18n/index.ts';
import { Badge, type Tone } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { TokenCertificateDialog } from './TokenCertificateDialog.tsx';
import { useTokens } from './use-tokens.ts';

const TONES: Readonly<Record<TokenView['pin'], Tone>> = { 'fresh': 'good', 'wrong-before': 'warn', 'last-try': 'bad', 'locked': 'bad' };

interface TokenListProps {
  readonly onDone: (words: string) => void;
}

export function TokenList({ onDone }: TokenListProps) {
  const { t } = useTexts();
  const tokens = useTokens();
  const [certifying, setCertifying] = useState<TokenView | null>(null);
  const close = () => setCertifying(null);
  if (tokens.length === 0) return null;
  return (
    <section className="keys-tokens" aria-labelledby="keys-tokens-title">
      <h2 id="keys-tokens-title">{t('keys.tokens')}</h2>
      <ul>
        {tokens.map((token) => {
          const { id, label, manufacturer, model, serial, pin } = token;
          return (
            <li key={id} className="keys-token">
              <Usb size={18} aria-hidden />
              <span className="keys-owner-name">{label}</span>
              <span className="soft small">{`${manufacturer} ${model}, ${serial}`}</span>
              <Badge tone={TONES[pin]}>{t(`keys.pin.${pin}`)}</Badge>
              <Button size="small" isDisabled={pin === 'locked'} aria-label={t('keys.tokenInstallOf', { token: label })} onPress={() => setCertifying(token)}>
                {t('keys.tokenInstall')}
              </Button>
            </li>
          );
        })}
      </ul>
      {certifying === null ? null : (
        <TokenCertificateDialog
          token={certifying}
          onClose={close}
          onDone={(words) => {
            close();
            onDone(words);
          }}
        />
      )}
    </section>
  );
}
