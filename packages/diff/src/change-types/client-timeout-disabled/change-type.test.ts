import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { clientTimeoutDisabled } from './change-type.ts';

testChangeType(clientTimeoutDisabled, cases);
