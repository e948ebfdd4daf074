import { parseArgs } from 'node:util';
import { localDate } from '#promises';
import { defaultOrganisationFolder, organisationIn } from './organisation-folder.js';
import { readExamples } from './routing-example.js';
import { figuresOf, needsPerson, suggestAll } from './routing-figures.js';
import { routingReport } from './routing-report.js';
import { now } from './surroundings.js';
import { WrongUse, type Print } from './verb.js';

export const name = 'routing evaluate';

export const summary = 'Measures how well messages with known answers are routed';

export const help = `synpunkter routing evaluate <file> [--json] [--each] [--organisation <folder>]

Routes every message of a file by its words alone and compares with the answer that stands there. Needs neither log nor server.
The file is a JSON list of { textSv, categoryCode, boardCode, special }.

  --json                    the figures as JSON
  --each                    with --json: also what was given for each message, in the order of the file
  --organisation <folder>   whose boards and rules (default: Region Gotland)

  synpunkter routing evaluate test/data/routing-examples.json
`;

export async function run(args: string[], print: Print): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, each: { type: 'boolean' }, organisation: { type: 'string' } },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new WrongUse('Name one file of messages.');
  const org = await organisationIn(values.organisation ?? defaultOrganisationFolder);
  const examples = await readExamples(file);
  const date = localDate(now());
  const given = suggestAll(examples, org, date);
  const figures = figuresOf(
    examples,
    given,
    examples.map((example) => needsPerson(example, org, date)),
  );
  const each = values.each === true ? { each: given } : {};
  print(values.json === true ? `${JSON.stringify({ ...figures, ...each }, null, 2)}\n` : routingReport(figures));
  return 0;
}
