import { optionDescriptions, withFindings, withPolicy } from './options.ts';

/** One command of the program, as help and docs show it. */
export interface CommandDescription {
  readonly name: string;
  readonly usage: readonly string[];
  readonly summary: string;
  readonly examples: readonly string[];
}

/** Every command, in the order in which the help shows them. */
export const commandDescriptions: readonly CommandDescription[] = [
  {
    name: 'check',
    usage: ['check PATH…'],
    summary: 'find what TorchServe would not run as written',
    examples: ['topodiff check serving/llama/model-config.yaml --gpus 8', 'topodiff check serving/ --fix'],
  },
  {
    name: 'fix',
    usage: ['fix PATH…'],
    summary: 'make the fixes that need no decision; comments and formatting stay',
    examples: ['topodiff fix serving/ --dry-run', 'topodiff fix - < model-config.yaml'],
  },
  {
    name: 'diff',
    usage: ['diff BASE HEAD', 'diff --base REF [--head REF] [PATH…]', 'diff --torchserve-from VERSION PATH…'],
    summary: 'show what changes in what TorchServe will launch',
    examples: ['topodiff diff old.yaml new.yaml', 'topodiff diff --base main'],
  },
  {
    name: 'plan',
    usage: ['plan PATH…'],
    summary: 'show the workers, commands and GPUs of models on one host',
    examples: ['topodiff plan llama/model-config.yaml mixtral/model-config.yaml --gpus 8'],
  },
  {
    name: 'effective',
    usage: ['effective PATH'],
    summary: 'show every setting: declared, effective, and why',
    examples: ['topodiff effective model-config.yaml --gpus 8'],
  },
  {
    name: 'review',
    usage: ['review --base REF [--head REF] [PATH…]'],
    summary: 'look at the comparison of two revisions in the browser, on this machine only',
    examples: ['topodiff review --base main', 'topodiff review --repo ../serving --base main --port 8080'],
  },
  {
    name: 'policy',
    usage: ['policy [FILE]'],
    summary: 'check a policy, and show what it lays down',
    examples: ['topodiff policy', 'topodiff policy .topodiff.yaml'],
  },
  {
    name: 'rules',
    usage: ['rules [RULE]'],
    summary: "list the rules, or show one rule's page",
    examples: ['topodiff rules torchrun-without-parallel-type'],
  },
];

/** What may be given where the usage of a command says PATH. */
const anyPath = `A PATH is a file, a model archive (.mar, .tar.gz), a directory to search, or - for standard input. A place inside
an archive is written store/llama.mar/model-config.yaml. Paths that start with - come last, after --.`;

/** A revision of git has files and directories only. */
const pathHelp: Readonly<Record<string, string>> = {
  check: anyPath,
  fix: anyPath,
  plan: anyPath,
  effective: anyPath,
  diff: `${anyPath}
BASE and HEAD are files or archives too, - for standard input or /dev/null for nothing. With --base a PATH is a file
or a directory of the repository.`,
  review: 'A PATH is a file or a directory of the repository.',
};

/** What wins where the command line and a policy differ. */
function policyHelp(command: string): string {
  const isFailing = optionDescriptions.some(
    ({ name, commands }) => name === 'fail-on' && commands.includes(command),
  );
  const wins = isFailing
    ? 'wins over the options, and of its fail-on and --fail-on the stricter one.'
    : 'wins over the options.';
  return `The nearest .topodiff.yaml is looked for from the working directory up to the top of its git repository. What it
says of the host of a model ${wins}`;
}

function exitCodeHelp(hasFindings: boolean): string {
  const findings = hasFindings ? '1  findings at or above --fail-on      ' : '';
  return `Exit codes
  0  clean      ${findings}2  usage      3  internal error
`;
}

/** The program's help: what its commands do, and where each is explained. */
export function describeProgram(): string {
  const width = Math.max(...commandDescriptions.map(({ name }) => name.length));
  return [
    'topodiff shows what a TorchServe model-config.yaml really launches, and what a change of it does.',
    '',
    'Usage: topodiff COMMAND [options]',
    '',
    'Commands',
    ...commandDescriptions.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'topodiff COMMAND --help shows its usage, options and examples.',
    'topodiff --version shows the version.',
    '',
    exitCodeHelp(true),
  ].join('\n');
}

/** One command's help: its options only, and examples. */
export function describeCommand(name: string): string {
  const command = commandDescriptions.find((candidate) => candidate.name === name);
  if (command === undefined) return describeProgram();
  return [
    `topodiff ${command.name}: ${command.summary}.`,
    '',
    ...command.usage.map(
      (usage, index) => `${index === 0 ? 'Usage:' : '      '} topodiff ${usage} [options]`,
    ),
    '',
    'Options',
    ...describeOptions(name),
    '',
    ...(pathHelp[name] === undefined ? [] : [pathHelp[name], '']),
    ...(withPolicy.includes(name) ? [policyHelp(name), ''] : []),
    'Examples',
    ...command.examples.map((example) => `  ${example}`),
    '',
    exitCodeHelp(withFindings.includes(name)),
  ].join('\n');
}

function describeOptions(command: string): string[] {
  const shown = optionDescriptions.filter(
    ({ name, commands }) => name === 'help' || commands.includes(command),
  );
  const forms = shown.map((option) => {
    const form = option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;
    return option.name === 'help' ? `-h, ${form}` : form;
  });
  const width = Math.max(...forms.map((form) => form.length));
  return shown.map(({ description }, index) => {
    const words = typeof description === 'string' ? description : description(command);
    return `  ${(forms[index] ?? '').padEnd(width)}  ${words}`;
  });
}
