import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlSexagesimalInteger } from './rule.ts';

testRule(yamlSexagesimalInteger, cases);
