import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { deepspeedMissingKey } from './rule.ts';

testRule(deepspeedMissingKey, cases);
