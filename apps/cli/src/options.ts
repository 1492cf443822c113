import { parseArgs } from 'node:util';
import { defaultTorchserveVersion, torchserveVersions, type TorchserveVersion } from '@topodiff/schema';
import type { FailOn } from '@topodiff/report';
import { mostGpusOfAHost } from '@topodiff/topology';
import { UserError } from './user-error.ts';

const formats = ['text', 'json', 'markdown', 'github', 'sarif'] as const;

/** A value of `--format`; which of them a command writes is in `formatsOf`. */
export type Format = (typeof formats)[number];

/** One option of the command line; the help text and the docs page are made from this table. */
export interface OptionDescription {
  readonly name: string;
  readonly value?: string;
  /** Of one command, where it means something else for others. */
  readonly description: string | ((command: string) => string);
  readonly commands: readonly string[];
}

const judging = ['check', 'fix', 'diff', 'plan', 'effective', 'review'];
/** Commands that go by a policy. */
export const withPolicy = judging.filter((command) => command !== 'fix');
/** Commands that compare revisions of git. */
const withBase = ['diff', 'review'];
/** Commands whose exit code tells of findings. */
export const withFindings = ['check', 'diff'];
/** The dashboard shows every format itself. */
const withFormat = withPolicy.filter((command) => command !== 'review');

const formatRemarks: Readonly<Partial<Record<Format, string>>> = {
  text: ' (default)',
  github: ' (workflow commands)',
};

/** Every option, in the order in which the help shows them; one without `value` is a switch. */
export const optionDescriptions: readonly OptionDescription[] = [
  {
    name: 'base',
    value: 'REF',
    description: 'git revision to compare from (at its merge base with head)',
    commands: withBase,
  },
  {
    name: 'head',
    value: 'REF',
    description: 'git revision to compare to (default: HEAD)',
    commands: withBase,
  },
  {
    name: 'gpus',
    value: 'N',
    description: 'GPUs of the serving host (default: unknown)',
    commands: judging,
  },
  {
    name: 'cpus',
    value: 'N',
    description: 'CPU cores of the serving host (default: unknown)',
    commands: judging,
  },
  {
    name: 'visible-devices',
    value: 'LIST',
    description: 'CUDA_VISIBLE_DEVICES of the server, for example 4,5,6,7',
    commands: judging,
  },
  {
    name: 'entry',
    value: 'WAY',
    description: 'how the model gets into the server: startup (default) or register-api',
    commands: judging,
  },
  {
    name: 'config-properties',
    value: 'FILE',
    description: "the server's config.properties",
    commands: judging,
  },
  {
    name: 'torchserve',
    value: 'VERSION',
    description: 'TorchServe version: 0.8.0 … 0.12.0 (default) or master',
    commands: judging,
  },
  {
    name: 'torchserve-from',
    value: 'VERSION',
    description: 'TorchServe version of the base side: what an upgrade changes',
    commands: ['diff'],
  },
  {
    name: 'torchserve-to',
    value: 'VERSION',
    description: 'TorchServe version of the head side (default: --torchserve)',
    commands: ['diff'],
  },
  {
    name: 'fail-on',
    value: 'SEVERITY',
    description: (command) =>
      `${withFindings.includes(command) ? 'exit 1' : 'fail'} on findings of this severity or worse: error (default), warning, info, never`,
    commands: [...withFindings, 'review'],
  },
  {
    name: 'policy',
    value: 'FILE',
    description: (command) =>
      `policy to go by (default: the nearest .topodiff.yaml${withBase.includes(command) ? ', with --base that of REF' : ''})`,
    commands: withPolicy,
  },
  {
    name: 'no-policy',
    description: 'go by no policy',
    commands: withPolicy,
  },
  {
    name: 'format',
    value: 'FORMAT',
    description: (command) =>
      formatsFor(command)
        .map((format) => `${format}${formatRemarks[format] ?? ''}`)
        .join(', '),
    commands: [...withFormat, 'rules'],
  },
  {
    name: 'fix',
    description: 'make the safe fixes in the files first, then check what is left',
    commands: ['check'],
  },
  {
    name: 'dry-run',
    description: 'show what would be fixed as a diff, and write nothing',
    commands: ['check', 'fix'],
  },
  {
    name: 'repo',
    value: 'FOLDER',
    description: 'the git repository (default: the current directory)',
    commands: ['review'],
  },
  {
    name: 'port',
    value: 'N',
    description: 'port of the dashboard on 127.0.0.1 (default: 4173)',
    commands: ['review'],
  },
  {
    name: 'once',
    description: 'see that the dashboard shows the comparison, and stop it again',
    commands: ['review'],
  },
  { name: 'help', description: 'show this help', commands: [] },
  { name: 'version', description: 'show the version', commands: [] },
];

/** The command line, decoded and checked. */
export interface Options {
  readonly command: string | undefined;
  readonly paths: readonly string[];
  readonly base?: string;
  readonly head?: string;
  readonly gpus: number | 'unknown';
  readonly cpuCores: number | 'unknown';
  /** CUDA_VISIBLE_DEVICES of the server process. */
  readonly visibleDevices?: readonly number[];
  readonly entry: 'startup' | 'register-api';
  readonly configProperties?: string;
  readonly torchserveVersion: TorchserveVersion;
  /** Of the base side, when it differs: what an upgrade changes. */
  readonly baseTorchserveVersion?: TorchserveVersion;
  readonly failOn: FailOn;
  /** The policy that is named; without one the nearest counts. */
  readonly policyFile?: string;
  readonly wantsPolicy: boolean;
  readonly format: Format;
  /** Make the safe fixes before the check. */
  readonly wantsFix: boolean;
  /** Show the fixes and write no file. */
  readonly isDryRun: boolean;
  /** The git repository of `review`, when it is not the working directory. */
  readonly repo?: string;
  readonly port: number;
  /** Stop the dashboard as soon as it has answered. */
  readonly isOnce: boolean;
  readonly wantsHelp: boolean;
  readonly wantsVersion: boolean;
}

/**
 * Reads the arguments after `topodiff`. A lone `-` is a path (standard input).
 *
 * @throws UserError for an unknown option, a missing or impossible value, or an option that the command does not take.
 */
export function parseOptions(args: readonly string[]): Options {
  const { values, positionals } = tokenize(args);
  const [command, ...paths] = positionals;
  if (paths.includes('')) throw new UserError('an argument is empty; quote paths, and check variables');
  for (const name of Object.keys(values)) {
    const taken = optionDescriptions.find((option) => option.name === name)?.commands ?? [];
    if (command !== undefined && taken.length > 0 && !taken.includes(command)) {
      throw new UserError(`topodiff ${command} has no option --${name}; see topodiff ${command} --help`);
    }
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const base = text('base');
  const head = text('head');
  const configProperties = text('config-properties');
  const policyFile = text('policy');
  const repo = text('repo');
  if (repo === '') throw new UserError('--repo needs a folder; quote paths, and check variables');
  const port = parseCount('port', text('port'), mostPort);
  if (policyFile === '') throw new UserError('--policy needs a file; quote paths, and check variables');
  if (policyFile !== undefined && values['no-policy'] === true) {
    throw new UserError('--policy and --no-policy exclude each other; give one');
  }
  const visibleDevices = parseDevices(text('visible-devices'));
  return {
    command,
    paths,
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    ...(configProperties === undefined ? {} : { configProperties }),
    ...(policyFile === undefined ? {} : { policyFile }),
    wantsPolicy: values['no-policy'] !== true,
    ...(visibleDevices === undefined ? {} : { visibleDevices }),
    gpus: parseCount('gpus', text('gpus'), mostGpusOfAHost),
    cpuCores: parseCount('cpus', text('cpus'), mostCpuCores),
    entry: parseChoice('entry', text('entry') ?? 'startup', ['startup', 'register-api'] as const),
    ...parseVersions(text('torchserve'), text('torchserve-from'), text('torchserve-to')),
    failOn: parseChoice('fail-on', text('fail-on') ?? 'error', [
      'error',
      'warning',
      'info',
      'never',
    ] as const),
    format: parseFormat(command, text('format')),
    wantsFix: values['fix'] === true,
    isDryRun: values['dry-run'] === true,
    ...(repo === undefined ? {} : { repo }),
    port: port === 'unknown' ? defaultPort : port,
    isOnce: values['once'] === true,
    wantsHelp: values['help'] === true,
    wantsVersion: values['version'] === true,
  };
}

function tokenize(args: readonly string[]) {
  const options = Object.fromEntries(
    optionDescriptions.map((option) => [
      option.name,
      {
        type: option.value === undefined ? ('boolean' as const) : ('string' as const),
        ...(option.name === 'help' ? { short: 'h' } : {}),
      },
    ]),
  );
  try {
    const { values, positionals, tokens } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      strict: true,
      tokens: true,
    });
    const seen = new Set<string>();
    for (const token of tokens) {
      if (token.kind !== 'option') continue;
      if (seen.has(token.name)) throw new UserError(`--${token.name} is given twice`);
      seen.add(token.name);
    }
    return { values, positionals };
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? ''; // parseArgs throws errors with a code only
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    // The options that there are stand in the command's own help.
    const command = args[0] === undefined || args[0].startsWith('-') ? '' : `${args[0]} `;
    throw new UserError(`${describeParseError((error as Error).message)}; see topodiff ${command}--help`);
  }
}

/** The library's first sentence names the option; the rest explains its own positional rules. */
function describeParseError(message: string): string {
  const [, option] =
    /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument (?:is ambiguous|missing)/.exec(message) ?? [];
  if (option !== undefined) return `${option} needs a value`;
  return (message.split(/\.(?:\s|$)/)[0] ?? message).replace(/^Unknown/, 'unknown');
}

/** TorchServe refuses the names that start with GPU- and MIG-, and does not start. */
function parseDevices(value: string | undefined): readonly number[] | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,4}(?:,\d{1,4})*$/.test(value)) {
    throw new UserError(
      `--visible-devices takes GPU numbers with commas between them, not ${JSON.stringify(value)}; TorchServe itself does not start with names of GPUs`,
    );
  }
  return value.split(',').map(Number);
}

function parseVersions(
  version: string | undefined,
  from: string | undefined,
  to: string | undefined,
): Pick<Options, 'torchserveVersion' | 'baseTorchserveVersion'> {
  if (version !== undefined && to !== undefined) {
    throw new UserError('--torchserve and --torchserve-to both name the version of the head side; give one');
  }
  if (to !== undefined && from === undefined) throw new UserError('--torchserve-to needs --torchserve-from');
  const name = to === undefined ? 'torchserve' : 'torchserve-to';
  return {
    torchserveVersion: parseChoice(name, to ?? version ?? defaultTorchserveVersion, torchserveVersions),
    ...(from === undefined
      ? {}
      : { baseTorchserveVersion: parseChoice('torchserve-from', from, torchserveVersions) }),
  };
}

/** More cores than any host has; a larger number is a slip of the keyboard. */
const mostCpuCores = 65_536;

const mostPort = 65_535;
/** The dashboard's own. */
const defaultPort = 4173;

function parseCount(name: string, value: string | undefined, most: number): number | 'unknown' {
  if (value === undefined) return 'unknown';
  if (!/^\d{1,6}$/.test(value) || Number(value) > most) {
    throw new UserError(`--${name} takes a whole number from 0 to ${most}, not ${JSON.stringify(value)}`);
  }
  return Number(value);
}

/** The commands that do not write every format; `plan` and `effective` show a plan, and findings are not their point. */
const formatsOf: Readonly<Record<string, readonly Format[]>> = {
  plan: ['text', 'json', 'markdown', 'github'],
  effective: ['text', 'json', 'markdown', 'github'],
  rules: ['text', 'json', 'markdown'],
};

function formatsFor(command: string | undefined): readonly Format[] {
  const ofCommand =
    command !== undefined && Object.hasOwn(formatsOf, command) ? formatsOf[command] : undefined;
  return ofCommand ?? formats;
}

function parseFormat(command: string | undefined, value = 'text'): Format {
  return parseChoice('format', value, formatsFor(command));
}

function parseChoice<const Choice extends string>(
  name: string,
  value: string,
  choices: readonly Choice[],
): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) {
    throw new UserError(`--${name} takes ${choices.join(', ')}, not ${JSON.stringify(value)}`);
  }
  return choice;
}
