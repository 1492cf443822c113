import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlNonStringKey } from './rule.ts';

testRule(yamlNonStringKey, cases);
