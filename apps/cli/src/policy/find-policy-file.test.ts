import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPolicyFile } from './find-policy-file.ts';

describe('findPolicyFile', () => {
  let root: string;
  const at = (path: string): string => join(root, path);
  const write = (path: string): void => {
    mkdirSync(join(at(path), '..'), { recursive: true });
    writeFileSync(at(path), '');
  };

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'topodiff-policy-'));
    write('.topodiff.yaml');
    mkdirSync(at('repository/.git'), { recursive: true });
    mkdirSync(at('repository/a/b'), { recursive: true });
    write('policed/.git'); // a worktree: `.git` is a file
    write('policed/.topodiff.yaml');
    write('policed/a/.topodiff.yaml');
    mkdirSync(at('policed/a/b'), { recursive: true });
    mkdirSync(at('policed/c'), { recursive: true });
    mkdirSync(at('plain/a'), { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test.each([
    ['.', '.topodiff.yaml'],
    ['policed', 'policed/.topodiff.yaml'],
    ['policed/c', 'policed/.topodiff.yaml'],
    ['policed/a', 'policed/a/.topodiff.yaml'],
    ['policed/a/b', 'policed/a/.topodiff.yaml'],
  ])('from %s it is %s', (folder, file) => {
    expect(findPolicyFile(at(folder))).toBe(at(file));
  });

  test.each([
    ['repository', 'a policy above the top of the repository is not its own'],
    ['repository/a/b', 'from below neither'],
    ['plain/a', 'without a repository only the folder itself counts'],
  ])('from %s there is none: %s', (folder) => {
    expect(findPolicyFile(at(folder))).toBeNull();
  });
});
