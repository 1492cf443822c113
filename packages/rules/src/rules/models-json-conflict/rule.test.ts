import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { modelsJsonConflict } from './rule.ts';

testRule(modelsJsonConflict, cases);
