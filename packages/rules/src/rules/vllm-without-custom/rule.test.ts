import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { vllmWithoutCustom } from './rule.ts';

testRule(vllmWithoutCustom, cases);
