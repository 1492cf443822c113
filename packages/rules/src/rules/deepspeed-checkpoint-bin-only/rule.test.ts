import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deepspeedCheckpointBinOnly } from './rule.ts';

testRule(deepspeedCheckpointBinOnly, cases);
