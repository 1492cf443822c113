import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { vllmGpusIdle } from './rule.ts';

testRule(vllmGpusIdle, cases);
