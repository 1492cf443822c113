import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { modelsJsonUnsupportedKey } from './rule.ts';

testRule(modelsJsonUnsupportedKey, cases);
