/** Who wrote or committed, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** Seconds since 1970. */
  readonly time: number;
  /** As Git writes it, for example `+0000`. */
  readonly zone: string;
}

/** A commit as its object states it. */
export interface GitCommit {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

const unknownSignature: Signature = { name: '', email: '', time: 0, zone: '+0000' };

/** What a header of a commit says: `Name <e-mail> seconds zone`. */
export function parseSignature(text: string): Signature {
  const match = /^(.*?) ?<(.*?)> (\d+) ([+-]\d{4})$/.exec(text);
  if (match === null) return unknownSignature;
  const [, name = '', email = '', time = '0', zone = '+0000'] = match;
  return { name, email, time: Number(time), zone };
}

function formatSignature({ name, email, time, zone }: Signature): string {
  return `${name} <${email}> ${time} ${zone}`;
}

/** Reads the bytes of a commit object. Headers that GitHub's answers do not show (signatures, encodings) are left out. */
export function parseCommit(content: Buffer): GitCommit {
  const text = content.toString('utf8');
  const end = text.indexOf('\n\n');
  const headers = (end === -1 ? text : text.slice(0, end)).split('\n');
  const valuesOf = (name: string): string[] =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    tree: valuesOf('tree')[0] ?? '',
    parents: valuesOf('parent'),
    author: parseSignature(valuesOf('author')[0] ?? ''),
    committer: parseSignature(valuesOf('committer')[0] ?? ''),
    message: end === -1 ? '' : text.slice(end + 2).replace(/\n$/, ''),
  };
}

/** The bytes of a commit object. */
export function formatCommit({ tree, parents, author, committer, message }: GitCommit): Buffer {
  const lines = [
    `tree ${tree}`,
    ...parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(author)}`,
    `committer ${formatSignature(committer)}`,
    '',
    message.endsWith('\n') ? message : `${message}\n`,
  ];
  return Buffer.from(lines.join('\n'));
}
