import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { asyncWithBatchingMode } from './rule.ts';

testRule(asyncWithBatchingMode, cases);
