import { changeTypes } from '@topodiff/diff';
import { generateChangeDocs } from './change-docs.ts';
import { loadChangeEntries } from './load-change-entries.ts';

describe('generateChangeDocs', () => {
  test('has an entry for every change type, and an index that links to them all', async () => {
    const files = generateChangeDocs(await loadChangeEntries());
    const index = files.get('docs/changes/index.md') ?? '';
    for (const { id } of changeTypes) {
      const page = new RegExp(`\\[${id}\\]\\(([\\w-]+\\.md)#${id}\\)`).exec(index)?.[1];
      expect(files.get(`docs/changes/${page}`)).toContain(`\n## ${id}\n`);
    }
  });

  test('shows what differs and what the type says about it', async () => {
    const files = generateChangeDocs(await loadChangeEntries());
    const page = files.get('docs/changes/parallelism.md');
    expect(page).toContain(
      '```diff\n parallelType: tp\n torchrun:\n-  nproc-per-node: 4\n+  nproc-per-node: 8\n```',
    );
    expect(page).toContain('- **dangerous** A worker takes `8 GPUs` instead of `4 GPUs`.');
    expect(page).not.toContain('^ changed');
  });

  test('says when an impact holds', async () => {
    const page = generateChangeDocs(await loadChangeEntries()).get('docs/changes/devices.md');
    expect(page).toContain('- **breaking**, when the model moves from GPUs to CPU: ');
    expect(page).toContain('- **dangerous**, otherwise: ');
  });

  test('depends on nothing but its input', async () => {
    expect(generateChangeDocs(await loadChangeEntries())).toEqual(
      generateChangeDocs(await loadChangeEntries()),
    );
  });
});
