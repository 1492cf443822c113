import servicePackage from '../package.json' with { type: 'json' };

/** The version of the service, as in `--version` and in its API's description. */
export const serviceVersion: string = servicePackage.version;
