import { optionDescriptions, withPolicy } from './options.ts';

/** One command of the program, as help and docs show it. */
export interface CommandDescription {
  readonly name: string;
  readonly usage: readonly string[];
  readonly summary: string;
  readonly examples: readonly string[];
}

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
    usage: ['plan FILE…'],
    summary: 'show the workers, commands and GPUs of models on one host',
    examples: ['topodiff plan llama/model-config.yaml mixtral/model-config.yaml --gpus 8'],
  },
  {
    name: 'effective',
    usage: ['effective FILE'],
    summary: 'show every setting: declared, effective, and why',
    examples: ['topodiff effective model-config.yaml --gpus 8'],
  },
  {
    name: 'review',
    usage: ['review --base REF [--head REF] [PATH…]'],
    summary: 'look at the comparison of two revisions in the browser; it stays on this machine',
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

/** What wins where the command line and a policy differ. */
const policyHelp = `The nearest .topodiff.yaml is looked for from the working directory up to the top of its git repository. What it
says of the host of a model wins over the options, and of its fail-on and --fail-on the stricter one.`;

const exitCodeHelp = `Exit codes
  0  clean      1  findings at or above --fail-on      2  usage      3  internal error
`;

/** The program's help: commands, options, exit codes. */
export function describeProgram(): string {
  const width = Math.max(
    ...commandDescriptions.flatMap((command) => command.usage.map((usage) => usage.length)),
  );
  const commands = commandDescriptions.flatMap((command) =>
    command.usage.map((usage, index) =>
      index === 0 ? `  ${usage.padEnd(width)}  ${command.summary}` : `  ${usage}`,
    ),
  );
  return [
    'topodiff shows what a TorchServe model-config.yaml really launches, and what a change of it does.',
    '',
    'Usage: topodiff COMMAND [options]',
    '',
    'Commands',
    ...commands,
    '',
    'Options',
    ...describeOptions(() => true),
    '',
    'A PATH is a file, a model archive (.mar, .tar.gz), a directory to search, or - for standard input. A place inside',
    'an archive is written store/llama.mar/model-config.yaml.',
    'Paths that start with - come last, after --.',
    '',
    policyHelp,
    '',
    exitCodeHelp,
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
    ...describeOptions((commands) => commands.includes(name)),
    '',
    ...(withPolicy.includes(name) ? [policyHelp, ''] : []),
    'Examples',
    ...command.examples.map((example) => `  ${example}`),
    '',
    exitCodeHelp,
  ].join('\n');
}

function describeOptions(isShown: (commands: readonly string[]) => boolean): string[] {
  const shown = optionDescriptions.filter((option) => option.name === 'help' || isShown(option.commands));
  const forms = shown.map((option) => {
    const form = option.value === undefined ? `--${option.name}` : `--${option.name} ${option.value}`;
    return option.name === 'help' ? `-h, ${form}` : form;
  });
  const width = Math.max(...forms.map((form) => form.length));
  return shown.map((option, index) => `  ${(forms[index] ?? '').padEnd(width)}  ${option.description}`);
}
