import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlSyntaxError } from './rule.ts';

testRule(yamlSyntaxError, cases);
