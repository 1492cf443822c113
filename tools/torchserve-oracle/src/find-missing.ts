/** Runs a program with one option and gives what it printed; undefined when it cannot be run or fails. */
export type Ask = (program: string, option: string) => string | undefined;

/** What the oracle needs of the machine and does not find, for people; empty: all is there. */
export function findMissing(ask: Ask): readonly string[] {
  const python = ask('python3', '--version');
  const minor = Number(/^Python 3\.(\d+)/.exec(python ?? '')?.[1] ?? 0);
  return [
    ...(minor >= 8 ? [] : ['Python 3.8 or later (python3)']),
    ...(javaVersion(ask('java', '-version')) >= 17 ? [] : ['Java 17 or later (java)']),
    ...(javaVersion(ask('javac', '-version')) >= 17 ? [] : ["the JDK's compiler, 17 or later (javac)"]),
  ];
}

/** `openjdk version "17.0.15"`, `javac 17.0.15`, and `1.8.0` for what is too old anyway; 0: none. */
function javaVersion(text: string | undefined): number {
  return Number(/(?:version "|javac )(\d+)/.exec(text ?? '')?.[1] ?? 0);
}
