/** Both sides of the identity card, by camera or from files; looked at together and handed in with one press. */
import { useEffect, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import { StepHeading } from '../../StepHeading.tsx';
import { useTexts } from '../../texts/index.ts';
import { Working } from '../../Working.tsx';
import { CardPicture } from './CardPicture.tsx';
import { type CardJpegs, type CardSide, SIDES } from './card-sides.ts';
import { CardSource } from './CardSource.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import type { ReadCardPictures } from './use-card-reader.ts';

interface CardProps {
  readonly session: PortalSession;
  readonly read: ReadCardPictures;
  readonly onTaken: () => void;
}

export function Card({ session, read, onTaken }: CardProps) {
  const { t } = useTexts();
  const [pictures, setPictures] = useState<CardJpegs>({ front: null, back: null });
  const [sending, setSending] = useState(false);
  /** Pictures in whose back the rows could not be found: told, and left to the citizen. */
  const [unread, setUnread] = useState<CardJpegs | null>(null);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  const wanted = SIDES.find((side) => pictures[side] === null);
  const take = (side: CardSide, jpeg: Uint8Array<ArrayBuffer> | null): void => setPictures((before) => ({ ...before, [side]: jpeg }));

  const { front, back } = pictures;
  useEffect(() => {
    if (front === null || back === null) return;
    let left = false;
    // A picture nobody can read would come back from an employee a day later.
    void read(front, back).then(({ mrz }) => left || setUnread(mrz === 'unread' ? { front, back } : null));
    return () => {
      left = true;
    };
  }, [front, back, read]);

  async function send(): Promise<void> {
    setSending(true);
    setFailed(null);
    const refused = await handInCard(session, pictures);
    setSending(false);
    if (refused === null) onTaken();
    else setFailed(refused);
  }

  return (
    <div className="citizen-step">
      <StepHeading text={t('card.title')} />
      {wanted === undefined ? null : (
        <>
          <p>{t('card.lead')}</p>
          <h2 role="status">{t(`card.${wanted}`)}</h2>
          <CardSource key={wanted} side={wanted} onPicture={(jpeg) => take(wanted, jpeg)} />
        </>
      )}
      <ul className="citizen-sides">
        {SIDES.map((side) => {
          const jpeg = pictures[side];
          return jpeg === null ? null : (
            <li key={side}>
              <CardPicture side={side} jpeg={jpeg} onRetake={sending ? null : () => take(side, null)} />
            </li>
          );
        })}
      </ul>
      {unread !== null && unread.front === front && unread.back === back ? (
        <Notice tone="warn" role="status">
          {t('card.noMrz')}
        </Notice>
      ) : null}
      {failed === null ? null : <FailureNotice failure={failed} />}
      {wanted === undefined ? (
        sending ? (
          <Working text={t('card.sending')} />
        ) : (
          <>
            <p role="status">{t('card.done')}</p>
            <Button look="primary" size="large" onPress={() => void send()}>
              {t('card.send')}
            </Button>
          </>
        )
      ) : null}
    </div>
  );
}

async function handInCard(session: PortalSession, pictures: CardJpegs): Promise<PortalFailure | null> {
  for (const side of SIDES) {
    const jpeg = pictures[side];
    if (jpeg === null) continue;
    const kept = await askOwn(session, `materials/card-${side}`, { method: 'PUT', jpeg });
    if (!kept.ok) return kept.failure;
  }
  const captured = await askOwn(session, 'card');
  return captured.ok ? null : captured.failure;
}
