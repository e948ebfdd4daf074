import { complaintsOf, fieldsOf, nothingFilled } from './field.js';

const faults = { missing: 'Skriv något', wrong: 'Skriv något annat' };
const choices = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];

it('says nothing against a form that nobody has sent', () => {
  expect(complaintsOf([fieldsOf('f', 'sv', nothingFilled).text({ name: 'x', label: 'X', faults })])).toEqual([]);
});

it('leads from each complaint to its field, and to the first of several radio buttons', () => {
  const form = fieldsOf('f', 'sv', { fields: {}, faults: { x: 'missing', y: 'wrong' } });
  const fields = [form.radios({ name: 'x', label: 'X', choices, faults }), form.area({ name: 'y', label: 'Y', faults })];
  expect(complaintsOf(fields)).toEqual([
    { href: '#f-x-a', message: 'Skriv något' },
    { href: '#f-y', message: 'Skriv något annat' },
  ]);
});

it('keeps what was filled in and chosen', () => {
  const form = fieldsOf('f', 'sv', { fields: { x: 'text', y: 'b' }, faults: {} });
  expect(form.text({ name: 'x', label: 'X' }).value).toBe('text');
  expect(form.select({ name: 'y', label: 'Y', choices }).options.map(({ chosen }) => chosen)).toEqual([false, true]);
});

it('ties hint and error to the field that they are about', () => {
  const field = fieldsOf('f', 'sv', { fields: {}, faults: { x: 'missing' } }).text({ name: 'x', label: 'X', hint: 'Så här', faults });
  expect(field.describedBy).toBe('f-x-hint f-x-error');
});
