import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { miiTensorParallelMismatch } from './rule.ts';

testRule(miiTensorParallelMismatch, cases);
