/** Where model-config files are looked for when nobody names them: glob patterns, letter case ignored. */
export const defaultModelConfigPatterns: readonly string[] = ['**/*model[-_]config*.{yaml,yml}'];
