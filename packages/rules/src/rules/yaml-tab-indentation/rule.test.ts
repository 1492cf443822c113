import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlTabIndentation } from './rule.ts';

testRule(yamlTabIndentation, cases);
