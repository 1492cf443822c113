import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlOctalInteger } from './rule.ts';

testRule(yamlOctalInteger, cases);
