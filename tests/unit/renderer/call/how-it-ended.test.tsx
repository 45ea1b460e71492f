/** After a call its operator reads how it ended, the reason that was chosen, and what becomes of the application: on, refused, or as it was, for anybody or for another operator. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeLanguage, startI18n, textsOf } from '../../../../renderer/i18n/index.ts';
import { HowItEnded } from '../../../../renderer/screens/call/conversation/HowItEnded.tsx';
import type { CallView } from '../../../../shared/domain/call/call-view.ts';
import { LANGUAGES } from '../../../../shared/domain/localized.ts';

const REFUSES = { kk: 'Бас тарту себебі', ru: 'Повод к отказу', en: 'A ground to refuse' };
const ENDS = { kk: 'Байланыс нашар', ru: 'Плохая связь', en: 'A bad line' };
const KNOWS = { kk: 'Оператор таниды', ru: 'Оператор знает', en: 'The operator knows' };
const aborts: CallView['aborts'] = [
  { code: 'refuses', title: REFUSES, outcome: 'refuse', reason: 'coercion-suspected' },
  { code: 'ends', title: ENDS, outcome: 'try-again', reason: null },
  { code: 'knows', title: KNOWS, outcome: 'for-another', reason: null },
];

beforeAll(() => startI18n('kk'));

describe.each(LANGUAGES)('in %s', (language) => {
  const t = textsOf(language);
  beforeAll(() => changeLanguage(language));

  test.each([
    ['passed', null, 'passed', []],
    ['aborted', 'refuses', 'refused', [REFUSES]],
    ['aborted', 'ends', 'again', [ENDS]],
    ['aborted', 'knows', 'another', [KNOWS]],
    ['left', null, 'again', []],
    ['lost', null, 'again', []],
  ] as const)('%s, %s: the application is %s', (outcome, code, becomes, reasons) => {
    const words = renderToStaticMarkup(<HowItEnded aborts={aborts} standing={{ state: 'ended', outcome, code }} />);
    expect(words).toContain(t(`calls.outcome.${outcome}`));
    expect((['passed', 'refused', 'again', 'another'] as const).filter((each) => words.includes(t(`calls.ended.becomes.${each}`)))).toEqual([becomes]);
    expect([REFUSES, ENDS, KNOWS].filter((title) => words.includes(title[language]))).toEqual(reasons);
  });
});
