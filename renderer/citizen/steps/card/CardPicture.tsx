/** One side of the card as it will be handed in, with the way to take it again. */
import type { CardSide } from '../../../features/identification/index.ts';
import { Button } from '../../../ui/Button.tsx';
import { usePictureUrl } from '../../camera/use-picture-url.ts';
import { useTexts } from '../../texts/index.ts';

interface CardPictureProps {
  readonly side: CardSide;
  readonly jpeg: Uint8Array<ArrayBuffer>;
  /** Null while it is being handed in. */
  readonly onRetake: (() => void) | null;
}

export function CardPicture({ side, jpeg, onRetake }: CardPictureProps) {
  const { t } = useTexts();
  const url = usePictureUrl(jpeg);
  return (
    <figure className="citizen-side">
      {url === null ? null : <img src={url} alt={t('card.pictureOf', { side: t(`card.${side}`) })} className="citizen-picture" />}
      <figcaption>{t(`card.${side}`)}</figcaption>
      {onRetake === null ? null : (
        <Button size="small" onPress={onRetake} aria-label={`${t('card.retake')}: ${t(`card.${side}`)}`}>
          {t('card.retake')}
        </Button>
      )}
    </figure>
  );
}
