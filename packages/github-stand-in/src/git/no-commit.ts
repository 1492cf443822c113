/** What Git writes in place of the commit of a branch that is not there: before it is made, and after it is removed. */
export const noCommit = '0'.repeat(40);
