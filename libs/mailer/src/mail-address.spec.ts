import { mailAddress, mailboxOf, mendAddress } from '#mailer';

const own = ['gotland.example', 'synpunkter@region.example'];

it.each([
  ['karin.lindqvist@example.com', 'karin.lindqvist@example.com'],
  ["o'brien+synpunkt@sub.example.co.uk", "o'brien+synpunkt@sub.example.co.uk"],
  ['A1@b-c.se', 'A1@b-c.se'],
  ['asa@räksmörgås.se', 'asa@xn--rksmrgs-5wao1o.se'],
  ['asa@RÄKSMÖRGÅS.se', 'asa@xn--rksmrgs-5wao1o.se'],
  ['asa@ra\u0308ksmo\u0308rga\u030as.se', 'asa@xn--rksmrgs-5wao1o.se'],
  ['info@xn--rksmrgs-5wao1o.se', 'info@xn--rksmrgs-5wao1o.se'],
  ['info@почта.рф', 'info@xn--80a1acny.xn--p1ai'],
  ['x@y.example\u200b', 'x@y.example'],
  ['\ufeff karin@example.com\u00a0', 'karin@example.com'],
  ['ka\u00adrin@exam\u00adple.com', 'karin@example.com'],
  ['anna‑karin@norr–syd.se', 'anna-karin@norr-syd.se'],
])('mail to %s goes to %s', (typed, to) => {
  expect(mailAddress(typed, own)).toEqual({ to });
});

it.each([
  ['a line break', 'a@b.se\r\nBcc: x@y.se', 'not-an-address'],
  ['two addresses', 'a@b.se,x@y.se', 'not-an-address'],
  ['a name beside it', 'Karin <a@b.se>', 'not-an-address'],
  ['a quoted local part', '"a b"@c.se', 'not-an-address'],
  ['a quoted local part without a space', '"ab"@c.se', 'quoted'],
  ['a comment', 'a(b)@c.se', 'quoted'],
  ['two at signs', 'a@b@c.se', 'not-an-address'],
  ['no at sign', 'karin.example.com', 'not-an-address'],
  ['no host', 'karin@', 'not-an-address'],
  ['no local part', '@example.com', 'not-an-address'],
  ['two dots in a row', 'a..b@example.com', 'not-an-address'],
  ['a dot at the end', 'a.@example.com', 'not-an-address'],
  ['letters beyond a to z before the @', 'åsa@example.com', 'not-ascii-before-at'],
  ['letters that look like others', 'karin@exаmple.com', 'bad-domain'],
  ['letters that look like others before the @', 'kаrin@example.com', 'not-ascii-before-at'],
  ['a host without a dot', 'karin@localhost', 'incomplete-domain'],
  ['who runs a machine', 'root@localhost', 'role'],
  ['a single letter as its host', 'a@b', 'incomplete-domain'],
  ['an address of a machine', 'a@[127.0.0.1]', 'bad-domain'],
  ['a number as its host', 'a@127.0.0.1', 'bad-domain'],
  ['an encoded host', 'a@%62.se', 'bad-domain'],
  ['a sign of no word in its host', 'a@i❤.se', 'bad-domain'],
  ['a host that begins with a hyphen', 'a@-b.se', 'bad-domain'],
  ['more than 254 signs', `${'a'.repeat(60)}@${'b.'.repeat(100)}se`, 'too-long'],
  ['a local part of more than 64 signs', `${'a'.repeat(65)}@example.com`, 'too-long'],
  ['more than 254 signs in its xn-- form', `${'a'.repeat(60)}@${'åäö.'.repeat(25)}se`, 'too-long'],
  ['who answers for a mail server', 'Postmaster@example.com', 'role'],
  ['our own domain', 'nagon@Gotland.example', 'ours'],
  ['our own inbox', 'Synpunkter@region.example', 'ours'],
] as const)('no mail goes to %s', (_, address, fault) => {
  expect(mailAddress(address, own)).toEqual({ fault });
});

it('is kept in the letters that it was typed in, and mended', () => {
  expect(mendAddress(' asa@räksmörgås.se\u200b')).toBe('asa@räksmörgås.se');
});

it('is of one person however it is spelt', () => {
  const spellings = ['victim@bomb.example', 'Victim+7@bomb.example', 'v.ic.tim@Bomb.example', 'vic.tim+a+b@bomb.example'];
  expect(new Set(spellings.map((to) => mailboxOf(to).mailbox))).toEqual(new Set(['victim@bomb.example']));
  expect(mailboxOf('+7@bomb.example')).toEqual({ mailbox: '+7@bomb.example', domain: 'bomb.example' });
});
