import cliPackage from '../package.json' with { type: 'json' };

/** The version of the command, as in reports and `--version`. */
export const toolVersion: string = cliPackage.version;
