import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlDuplicateKey } from './rule.ts';

testRule(yamlDuplicateKey, cases);
