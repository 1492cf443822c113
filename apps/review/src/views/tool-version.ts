import reviewPackage from '../../package.json' with { type: 'json' };

/** The version of the service, as in the reports that it makes itself. */
export const toolVersion: string = reviewPackage.version;
