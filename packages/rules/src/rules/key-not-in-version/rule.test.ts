import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { keyNotInVersion } from './rule.ts';

testRule(keyNotInVersion, cases);
