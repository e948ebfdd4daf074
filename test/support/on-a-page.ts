import type { Page } from 'playwright-core';

/** Presses a button of the page itself, not of what frames it. */
export const press = (page: Page, name: string): Promise<void> => page.getByRole('main').getByRole('button', { name, exact: true }).click();

/** What the page itself says. */
export const read = (page: Page): Promise<string> => page.getByRole('main').innerText();

/** Answers the case whose page it is, by e-mail. */
export async function leaveAnswer(page: Page, answer: string): Promise<void> {
  const form = page.locator('details', { has: page.getByText('Svara', { exact: true }) });
  await form.locator('summary').click();
  await form.getByRole('textbox').fill(answer);
  await form.getByRole('combobox').selectOption('E-post');
  await press(page, 'Lämna svaret');
}
