/** Who decides in local mode. GitHub has no user with the number 0. */
export const localPerson = { login: 'local', userId: 0 } as const;
