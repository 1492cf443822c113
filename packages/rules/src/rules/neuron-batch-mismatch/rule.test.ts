import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { neuronBatchMismatch } from './rule.ts';

testRule(neuronBatchMismatch, cases);
