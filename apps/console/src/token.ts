import { parseArgs } from 'node:util';
import { loadEvaluation } from '#identity';
import { settings as readOurs } from './surroundings.js';
import { CannotDo, WrongUse, type Print } from './verb.js';

export const name = 'token';

export const summary = 'Prints an access token for the API, as one of the evaluation people';

export const help = `synpunkter token <person>

Prints a bearer token that holds for an hour, such as the issuer inside the program gives. Only in evaluation; needs no server.
Set PORT or PUBLIC_URL as for the server: a token is good at one address. The people stand in evaluation-people.json of the organisation.

  curl -H "Authorization: Bearer $(synpunkter token hanna.handlaggare-tn)" http://127.0.0.1:3000/api/v1/cases
`;

export async function run(args: string[], print: Print): Promise<number> {
  const [slug, ...others] = parseArgs({ args, allowPositionals: true }).positionals;
  if (slug === undefined || others.length > 0) throw new WrongUse('Name one person.');
  const { evaluation, openId, organisation, dataDir, publicUrl } = readOurs();
  if (!evaluation || openId) throw new CannotDo('Tokens are made here only in evaluation; elsewhere the issuer (OIDC_ISSUER) gives them.');

  const { findPerson, issueToken, readEvaluationPeople } = await loadEvaluation(process.env['NODE_ENV']);
  const people = readEvaluationPeople(organisation);
  const person = findPerson(people, slug);
  if (!person) throw new CannotDo(`There is nobody called ${slug}. There are:\n${people.map((one) => `  ${one.slug}`).join('\n')}`);
  print(`${await issueToken({ person, dataFolder: dataDir, publicUrl, now: Date.now() })}\n`);
  return 0;
}
