/** The Kazakh letters a Russian keyboard lacks: a press puts one where the caret stands. */
import { useTexts } from '../../texts/index.ts';

const LETTERS = ['Ә', 'Ғ', 'Қ', 'Ң', 'Ө', 'Ұ', 'Ү', 'Һ', 'І'];

export function KazakhLetters({ onLetter }: { readonly onLetter: (letter: string) => void }) {
  const { t } = useTexts();
  return (
    <div className="citizen-letters" role="group" aria-label={t('confirmation.letters')}>
      {LETTERS.map((letter) => (
        <button
          key={letter}
          type="button"
          lang="kk"
          // The caret stays in the field.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onLetter(letter)}
        >
          {letter}
        </button>
      ))}
    </div>
  );
}
