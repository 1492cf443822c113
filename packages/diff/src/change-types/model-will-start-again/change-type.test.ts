import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { modelWillStartAgain } from './change-type.ts';

testChangeType(modelWillStartAgain, cases);
