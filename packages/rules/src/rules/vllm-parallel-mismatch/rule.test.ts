import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { vllmParallelMismatch } from './rule.ts';

testRule(vllmParallelMismatch, cases);
