import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { sequenceContinuousDoublesBatch } from './rule.ts';

testRule(sequenceContinuousDoublesBatch, cases);
