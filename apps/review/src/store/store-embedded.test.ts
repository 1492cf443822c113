import { openTestStore } from '../testing/open-test-store.ts';
import { describeStore } from '../testing/store.contract.ts';

describeStore('the embedded database', () =>
  Promise.resolve({ open: openTestStore, stop: () => Promise.resolve() }),
);
