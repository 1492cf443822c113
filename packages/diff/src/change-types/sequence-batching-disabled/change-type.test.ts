import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { sequenceBatchingDisabled } from './change-type.ts';

testChangeType(sequenceBatchingDisabled, cases);
