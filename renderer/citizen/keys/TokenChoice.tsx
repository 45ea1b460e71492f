/** Which token: looks for the key program until it is there, says what to start where it is not, and lets the person choose. */
import { useEffect, useState } from 'react';
import type { PluggedToken } from '../../../shared/domain/issuance/token-program.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Spinner } from '../../ui/Spinner.tsx';
import { useTexts } from '../texts/index.ts';
import { lookForTokens, type TokenSide } from './token-program.ts';

const LOOK_EVERY_MS = 2_000;

interface TokenChoiceProps {
  readonly chosen: PluggedToken | null;
  readonly onChoose: (token: PluggedToken | null) => void;
}

export function TokenChoice({ chosen, onChoose }: TokenChoiceProps) {
  const { t } = useTexts();
  const [side, setSide] = useState<TokenSide | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    const look = async (): Promise<void> => {
      while (!leaving.signal.aborted) {
        const found = await lookForTokens();
        if (leaving.signal.aborted) return;
        setSide(found);
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    };
    void look();
    return () => leaving.abort();
  }, []);
  const tokens = side?.is === 'ready' ? side.tokens : [];
  const stillThere = tokens.find(({ id }) => id === chosen?.id) ?? tokens[0] ?? null;
  // A token that was pulled out is chosen no more; the only one need not be chosen.
  useEffect(() => {
    if (stillThere?.id !== chosen?.id) onChoose(stillThere);
  }, [stillThere, chosen, onChoose]);

  if (side === null) {
    return (
      <p role="status" className="keys-road-wait">
        <Spinner size="line" /> {t('keys.token.looking')}
      </p>
    );
  }
  if (side.is !== 'ready') {
    return (
      <Notice tone="warn" role="status">
        {side.is === 'other-service' ? <p>{t('keys.token.otherService')}</p> : null}
        <p>{t('keys.token.start')}</p>
        <p>
          <code className="keys-road-command">tekser token-keys --portal {location.origin}</code>
        </p>
        <p>{t('keys.token.orFile')}</p>
      </Notice>
    );
  }
  if (tokens.length === 0) {
    return (
      <Notice tone="warn" role="status">
        <p>{t('keys.token.insert')}</p>
      </Notice>
    );
  }
  return (
    <>
      <Segmented
        label={t('keys.token.which')}
        value={stillThere!.id}
        onChange={(id) => onChoose(tokens.find((token) => token.id === id) ?? null)}
        choices={tokens.map(({ id, label }) => ({ id, text: label }))}
      />
      <p className="soft small">{t('keys.token.kind')}</p>
    </>
  );
}
