import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { modelWillNotStart } from './change-type.ts';

testChangeType(modelWillNotStart, cases);
