import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { notEnoughGpus } from './rule.ts';

testRule(notEnoughGpus, cases);
