/** What is written in a call: quick phrases that each side reads in its own language, and words as they are written. */
import { useState } from 'react';
import type { ChatLine, QuickPhrase } from '../../../../shared/domain/call/call-talk.ts';
import { looksLikeCode } from '../../../../shared/domain/call/hide-codes.ts';
import type { Language } from '../../../../shared/domain/localized.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { CALL_TEXTS, lineText } from '../texts.ts';
import '../video-call.css';

export interface SaidLine {
  /** Counts the lines of this call. */
  id: number;
  by: 'citizen' | 'operator';
  line: ChatLine;
}

interface ChatProps {
  readonly side: SaidLine['by'];
  readonly language: Language;
  readonly lines: readonly SaidLine[];
  readonly onSay: (line: ChatLine) => void;
}

/** What either side says most: the operator asks, the citizen answers. */
const PHRASES: Readonly<Record<SaidLine['by'], readonly QuickPhrase[]>> = {
  operator: ['hello', 'cannot-hear', 'cannot-see', 'closer', 'more-light', 'show-card', 'code-on-page', 'please-repeat', 'one-moment', 'thanks'],
  citizen: ['hello', 'yes', 'no', 'cannot-hear', 'cannot-see', 'please-repeat', 'one-moment', 'sms-late', 'thanks'],
};
const MOST_CHARACTERS = 500;

export function Chat({ side, language, lines, onSay }: ChatProps) {
  const texts = CALL_TEXTS[language];
  const say = texts.chat;
  const [written, setWritten] = useState('');
  // Nobody asks for a code here; the one who writes it down is being asked by somebody else.
  const secret = side === 'citizen' && looksLikeCode(written);
  const send = (): void => {
    const text = written.trim();
    if (text === '' || secret) return;
    setWritten('');
    onSay({ type: 'text', text });
  };
  return (
    <section className="call-chat" aria-label={say.title}>
      <ol className="call-lines" aria-live="polite">
        {lines.map(({ id, by, line }) => (
          <li key={id} data-by={by === side ? 'me' : 'them'}>
            <span className="call-line-by">{by === side ? say.mine : say[by]}</span> {lineText(line, texts)}
          </li>
        ))}
      </ol>
      <form
        className="call-write"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Field label={say.write} error={secret ? say.noCodes : undefined} value={written} onChange={setWritten} maxLength={MOST_CHARACTERS} autoComplete="off" />
        <Button type="submit">{say.send}</Button>
      </form>
      <div className="call-phrases" role="group" aria-label={say.phrases}>
        {PHRASES[side].map((phrase) => (
          <Button key={phrase} size="small" onPress={() => onSay({ type: 'phrase', phrase })}>
            {texts.phrase[phrase]}
          </Button>
        ))}
      </div>
    </section>
  );
}
