import { codeOf, messageOf } from './error-text.js';
import { foreseeable } from './foreseeable.js';
import { WrongUse, type Print, type Verb } from './verb.js';

/** Finds the verb, runs it and resolves to its exit code. What goes wrong is told in a sentence; only a fault of ours shows a stack. */
export async function runConsole(args: string[], verbs: readonly Verb[], print: Print, printError: Print): Promise<number> {
  if (args.length === 0 || isHelp(args[0])) {
    print(tableOf(verbs));
    return args.length === 0 ? 2 : 0;
  }
  const verb = verbs.find(({ name }) => name.split(' ').every((word, index) => args[index] === word));
  if (verb === undefined) {
    printError(
      `There is no verb "${args.filter((arg) => !arg.startsWith('-')).join(' ')}". \`synpunkter --help\` lists those there are.\n`,
    );
    return 2;
  }
  const rest = args.slice(verb.name.split(' ').length);
  if (rest.some(isHelp)) {
    print(verb.help);
    return 0;
  }
  try {
    return await verb.run(rest, print);
  } catch (error) {
    return tell(error, verb, printError);
  }
}

function tell(error: unknown, verb: Verb, printError: Print): number {
  const trouble = foreseeable(error);
  if (trouble === undefined && !isWrongUse(error)) throw error;
  printError(`${trouble ?? messageOf(error)}\n`);
  if (trouble !== undefined) return 1;
  printError(`\`synpunkter ${verb.name} --help\` tells how it is used.\n`);
  return 2;
}

const isHelp = (arg: string | undefined): boolean => arg === '--help' || arg === '-h';

/** Ours, or one of node:util's parseArgs about an option it does not know. */
const isWrongUse = (error: unknown): boolean => error instanceof WrongUse || (codeOf(error)?.startsWith('ERR_PARSE_ARGS_') ?? false);

function tableOf(verbs: readonly Verb[]): string {
  const width = Math.max(...verbs.map(({ name }) => name.length));
  const rows = verbs.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return ['synpunkter: operate and examine Synpunkter from a terminal.', '', ...rows, '', 'synpunkter <verb> --help tells more.', ''].join(
    '\n',
  );
}
