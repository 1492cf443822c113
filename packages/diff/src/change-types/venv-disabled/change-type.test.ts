import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { venvDisabled } from './change-type.ts';

testChangeType(venvDisabled, cases);
