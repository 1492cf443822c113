import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { modelPathAbsolute } from './rule.ts';

testRule(modelPathAbsolute, cases);
