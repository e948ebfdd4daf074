import { inBothLanguages } from '../pages/in-both-languages.js';

export const mailboxTexts = inBothLanguages({
  sv: {
    title: 'E-post som skickats',
    lead: 'Här hamnar all e-post under utvärderingen. Inget lämnar den här datorn.',
    none: 'Ingen e-post har skickats än. Lämna en synpunkt med en e-postadress.',
    subject: 'Ämne',
    to: 'Till',
    when: 'När',
    back: 'All e-post',
    text: 'Som text',
    html: 'Som HTML',
    headers: 'Brevhuvuden',
    order: 'Nyast först',
  },
  en: {
    title: 'E-mail that was sent',
    lead: 'All e-mail of the evaluation ends up here. Nothing leaves this computer.',
    none: 'No e-mail has been sent yet. Leave feedback with an e-mail address.',
    subject: 'Subject',
    to: 'To',
    when: 'When',
    back: 'All e-mail',
    text: 'As text',
    html: 'As HTML',
    headers: 'Headers',
    order: 'Newest first',
  },
});
