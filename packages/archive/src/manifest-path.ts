/** Where a model archive keeps its manifest; a directory with this file is an unpacked model. */
export const manifestPath = 'MAR-INF/MANIFEST.json';
