/** What one side says with a quick phrase the other reads in its own language; words that were written stay as they were written. */
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { Chat } from '../../../../renderer/features/video-call/chat/Chat.tsx';
import { CALL_TEXTS } from '../../../../renderer/features/video-call/texts.ts';
import { type ChatLine, QuickPhrase } from '../../../../shared/domain/call/call-talk.ts';
import { LANGUAGES, type Language } from '../../../../shared/domain/localized.ts';

type Side = 'citizen' | 'operator';
const read = (side: Side, language: Language, by: Side, line: ChatLine): string[] =>
  [...renderToStaticMarkup(<Chat side={side} language={language} lines={[{ id: 0, by, line }]} onSay={() => undefined} />).matchAll(/<\/span> ([^<]*)<\/li>/g)].map(([, said]) => said!);

describe.each([
  ['operator', 'citizen'],
  ['citizen', 'operator'],
] as const)('the %s says, the %s reads', (by, reader) => {
  test.each(LANGUAGES)('every phrase in the language of the page: %s', (language) => {
    for (const phrase of QuickPhrase.options) expect(read(reader, language, by, { type: 'phrase', phrase })).toStrictEqual([CALL_TEXTS[language].phrase[phrase]]);
  });

  test('written words unchanged', () => {
    for (const language of LANGUAGES) expect(read(reader, language, by, { type: 'text', text: 'Сәлем, hello' })).toStrictEqual(['Сәлем, hello']);
  });
});

test('no phrase reads the same in two languages, and none reads as another', () => {
  for (const phrase of QuickPhrase.options) expect(new Set(LANGUAGES.map((language) => CALL_TEXTS[language].phrase[phrase])).size).toBe(LANGUAGES.length);
  for (const language of LANGUAGES) expect(new Set(Object.values(CALL_TEXTS[language].phrase)).size).toBe(QuickPhrase.options.length);
});
