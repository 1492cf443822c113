import actionPackage from '../package.json' with { type: 'json' };

/** The version of the action, as in reports. */
export const toolVersion: string = actionPackage.version;
