import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { gpuIdBeyondVisible } from './rule.ts';

testRule(gpuIdBeyondVisible, cases);
