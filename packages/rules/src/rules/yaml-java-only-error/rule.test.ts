import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlJavaOnlyError } from './rule.ts';

testRule(yamlJavaOnlyError, cases);
