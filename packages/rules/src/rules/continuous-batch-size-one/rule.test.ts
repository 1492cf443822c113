import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { continuousBatchSizeOne } from './rule.ts';

testRule(continuousBatchSizeOne, cases);
