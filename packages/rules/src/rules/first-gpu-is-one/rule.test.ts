import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { firstGpuIsOne } from './rule.ts';

testRule(firstGpuIsOne, cases);
