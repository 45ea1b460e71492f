/** What 1414 writes when somebody asks for a document: who, what for, and that the code is nobody else's. */
import type { Pair } from '../../../shared/domain/localized.ts';
import type { ConsentQuestion } from './consent-questions.ts';

export function consentText(question: ConsentQuestion, password: string): Pair {
  const { organisation, employee_name: employee, ground } = question.asker;
  return {
    kk: `${organisation} (${employee}) құжатыңызды сұрайды: ${ground.kk}. Код ${password}. Оны ешкімге айтпаңыз, тек eGov Mobile қосымшасында енгізіңіз.`,
    ru: `${organisation} (${employee}) запрашивает ваш документ: ${ground.ru}. Код ${password}. Никому его не называйте, введите только в eGov Mobile.`,
  };
}
