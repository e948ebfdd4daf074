import { createHash } from 'node:crypto';
import { type EvaluationPerson } from './evaluation-people.js';

const style = `
body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1.5rem; color: #1a1a1a; background: #fff }
h1 { font-size: 1.75rem; line-height: 1.2 }
ul { list-style: none; padding: 0 }
li { margin: 0 0 .5rem }
button { font: inherit; width: 100%; min-height: 3rem; padding: .5rem 1rem; text-align: left; color: inherit; background: #f3f3f1; border: 2px solid #6b6b6b; border-radius: .25rem; cursor: pointer }
button:hover { background: #e4e4df }
button:focus-visible { outline: 3px solid #0b5cad; outline-offset: 2px }
strong, span { display: block }
`;
const styleHash = createHash('sha256').update(style).digest('base64');

/**
 * Nothing but our own style and our own form: no script, no frame, nothing from elsewhere. Browsers hold a form to its policy through
 * every redirect, so the policy names where the login leads back to.
 */
export function pageHeaders(redirectUris: readonly string[] = []): Readonly<Record<string, string>> {
  const formAction = ["'self'", ...new Set(redirectUris.map((uri) => new URL(uri).origin))].join(' ');
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
  };
}

/** The page on which an evaluator picks who to be. Posts `person` to its own address; an empty one means that nobody was picked. */
export function pickPersonPage(people: readonly EvaluationPerson[]): string {
  const choices = people.map(
    ({ slug, name, title }) =>
      `<li><button name="person" value="${escape(slug)}"><strong>${escape(name)}</strong><span>${escape(title)}</span></button></li>`,
  );
  return page(
    'Välj vem du vill vara',
    `<p>Det här är inloggningen för utvärdering. Personerna är påhittade och har inga lösenord. I drift loggar personalen in hos myndighetens egen inloggningstjänst.</p>
<form method="post">
<ul>
${choices.join('\n')}
</ul>
<p><button name="person" value="">Avbryt inloggningen</button></p>
</form>`,
  );
}

/** The page for a login that is over or never began here. `what` is one of our own sentences. */
export function loginTroublePage(what: string): string {
  return page('Inloggningen kan inte fortsätta', `<p>${escape(what)}</p>\n<p><a href="/arbete">Börja om från arbetssidan</a></p>`);
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – utvärdering av Synpunkter</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
