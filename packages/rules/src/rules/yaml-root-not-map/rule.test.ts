import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlRootNotMap } from './rule.ts';

testRule(yamlRootNotMap, cases);
