import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlAmbiguousBoolean } from './rule.ts';

testRule(yamlAmbiguousBoolean, cases);
