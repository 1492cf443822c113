import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { startFailureChanged } from './change-type.ts';

testChangeType(startFailureChanged, cases);
