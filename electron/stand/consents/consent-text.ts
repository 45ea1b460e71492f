/** What 1414 writes when somebody asks for a document or for what the registers know: who, what for, and that the code is nobody else's. */
import type { Pair } from '../../../shared/domain/localized.ts';
import type { ConsentQuestion } from './consent-questions.ts';

const WANTED = {
  document: { kk: 'құжатыңызды', ru: 'ваш документ' },
  registers: { kk: 'тіркелімдердегі деректеріңізді', ru: 'ваши данные из реестров' },
} as const;

export function consentText(question: ConsentQuestion, password: string): Pair {
  const { organisation, employee_name: employee, ground } = question.asker;
  const wanted = WANTED[question.subject.type];
  return {
    kk: `${organisation} (${employee}) ${wanted.kk} сұрайды: ${ground.kk}. Код ${password}. Оны ешкімге айтпаңыз, тек eGov Mobile қосымшасында енгізіңіз.`,
    ru: `${organisation} (${employee}) запрашивает ${wanted.ru}: ${ground.ru}. Код ${password}. Никому его не называйте, введите только в eGov Mobile.`,
  };
}
