import { isDeliverableAddress } from '#mailer';

const own = ['gotland.example', 'synpunkter@region.example'];

it.each(['karin.lindqvist@example.com', "o'brien+synpunkt@sub.example.co.uk", 'A1@b-c.se', 'info@xn--rksmrgs-5wao1o.se'])(
  'mail may go to %s',
  (address) => {
    expect(isDeliverableAddress(address, own)).toBe(true);
  },
);

it.each([
  ['a line break', 'a@b.se\r\nBcc: x@y.se'],
  ['a line break at the end', 'a@b.se\n'],
  ['two addresses', 'a@b.se,x@y.se'],
  ['a name beside it', 'Karin <a@b.se>'],
  ['a quoted local part', '"a b"@c.se'],
  ['two at signs', 'a@b@c.se'],
  ['letters that look like others', 'karin@exаmple.com'],
  ['no host', 'karin@'],
  ['no local part', '@example.com'],
  ['a host without a dot', 'root@localhost'],
  ['an address of a machine', 'a@[127.0.0.1]'],
  ['more than 254 signs', `${'a'.repeat(60)}@${'b.'.repeat(100)}se`],
  ['a local part of more than 64 signs', `${'a'.repeat(65)}@example.com`],
  ['two dots in a row', 'a..b@example.com'],
  ['who answers for a mail server', 'Postmaster@example.com'],
  ['our own domain', 'nagon@Gotland.example'],
  ['our own inbox', 'Synpunkter@region.example'],
])('mail may not go to %s', (_, address) => {
  expect(isDeliverableAddress(address, own)).toBe(false);
});
