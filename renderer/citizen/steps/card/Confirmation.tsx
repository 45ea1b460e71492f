/** What was read from the card beside its pictures, line by line for its owner to confirm or correct. */
import { useEffect, useState } from 'react';
import { ownPicture } from '../../portal/own-picture.ts';
import { askOwn, type PortalFailure, type PortalSession } from '../../portal/portal-client.ts';
import { StepHeading } from '../../StepHeading.tsx';
import { useTexts } from '../../texts/index.ts';
import { Working } from '../../Working.tsx';
import { CardLinesForm } from './CardLinesForm.tsx';
import { CardPicture } from './CardPicture.tsx';
import type { CardValues } from './card-form.ts';
import { type CardJpegs, SIDES } from './card-sides.ts';
import { FailureNotice } from '../FailureNotice.tsx';
import type { CardFound, ReadCardPictures } from './use-card-reader.ts';

interface ConfirmationProps {
  readonly session: PortalSession;
  readonly read: ReadCardPictures;
  readonly onTaken: () => void;
}

export function Confirmation({ session, read, onTaken }: ConfirmationProps) {
  const { t } = useTexts();
  const [pictures, setPictures] = useState<CardJpegs>({ front: null, back: null });
  const [found, setFound] = useState<CardFound | null>(null);
  const [otherIin, setOtherIin] = useState(false);
  const [failed, setFailed] = useState<PortalFailure | null>(null);
  useEffect(() => {
    let left = false;
    void (async () => {
      const [front, back] = await Promise.all([ownPicture(session, 'card-front'), ownPicture(session, 'card-back')]);
      if (left) return;
      setPictures({ front, back });
      const said = await read(front, back);
      if (!left) setFound(said);
    })();
    return () => {
      left = true;
    };
  }, [session, read]);

  async function confirm(confirmed: CardValues): Promise<void> {
    setOtherIin(false);
    setFailed(null);
    const { read: asRead, latin, mrz } = found!;
    const answer = await askOwn(session, 'confirmation', { json: { read: asRead, confirmed, latin, mrz } });
    if (answer.ok) onTaken();
    else if (answer.failure.code === 'other-iin') setOtherIin(true);
    else setFailed(answer.failure);
  }
  return (
    <div className="citizen-step">
      <StepHeading text={t('confirmation.title')} />
      <p>{t('confirmation.lead')}</p>
      <ul className="citizen-sides">
        {SIDES.map((side) => {
          const jpeg = pictures[side];
          return jpeg === null ? null : (
            <li key={side}>
              <CardPicture side={side} jpeg={jpeg} onRetake={null} />
            </li>
          );
        })}
      </ul>
      {found === null ? <Working text={t('card.reading')} /> : <CardLinesForm found={found} otherIin={otherIin} onConfirm={(values) => void confirm(values)} />}
      {failed === null ? null : <FailureNotice failure={failed} />}
    </div>
  );
}
