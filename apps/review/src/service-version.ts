import servicePackage from '../package.json' with { type: 'json' };

/** The version of the service: for `--version`, its API's description, and reports that it makes itself. */
export const serviceVersion: string = servicePackage.version;
