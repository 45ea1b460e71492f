/** Consent by SMS: the citizen answers on the own phone, and no code passes the operator. */
import { expect, test } from '../fixtures.ts';
import { PhoneScreenObject } from '../screens/phone-screen.ts';

/** As a citizen says a number, without the country's +7. */
const national = (phone: string | null): string => (phone ?? '').replace(/^\+7/, '');

test('given on the phone page, the document is shown', async ({ work, citizens, stand, desk: { page, openPhone } }) => {
  const desk = await work();
  const person = citizens.case('plain-good');
  await desk.askConsent({ iin: person.iin, phone: national(person.phone), document: 'Удостоверение личности' });
  await expect(page.getByText(desk.words.desk.consent.waiting, { exact: true })).toBeVisible();
  // The rule, read from the screen: there is no field a code could be typed into.
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveCount(0);

  const phone = new PhoneScreenObject(await openPhone(), stand.url);
  await phone.readMessages(person.iin);
  await phone.agree(stand.control.readPassword(person.iin)!.code);
  await expect(desk.verdict('valid')).toBeVisible();
});

test('refused on the phone page, the desk says so and shows nothing', async ({ work, citizens, stand, desk: { page, openPhone } }) => {
  const desk = await work();
  const person = citizens.case('student');
  await desk.askConsent({ iin: person.iin, phone: national(person.phone), document: 'Удостоверение личности' });
  await expect(page.getByText(desk.words.desk.consent.waiting, { exact: true })).toBeVisible();
  const phone = new PhoneScreenObject(await openPhone(), stand.url);
  await phone.readMessages(person.iin);
  await phone.refuse();
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await expect(desk.photo).toBeHidden();
});
