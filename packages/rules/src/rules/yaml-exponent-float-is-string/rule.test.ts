import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlExponentFloatIsString } from './rule.ts';

testRule(yamlExponentFloatIsString, cases);
