import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { daliMissingKey } from './rule.ts';

testRule(daliMissingKey, cases);
