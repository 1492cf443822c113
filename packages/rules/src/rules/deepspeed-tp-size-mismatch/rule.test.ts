import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deepspeedTpSizeMismatch } from './rule.ts';

testRule(deepspeedTpSizeMismatch, cases);
