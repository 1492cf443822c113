import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { sequenceBatchingEnabled } from './change-type.ts';

testChangeType(sequenceBatchingEnabled, cases);
