import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { vllmModelMissing } from './rule.ts';

testRule(vllmModelMissing, cases);
