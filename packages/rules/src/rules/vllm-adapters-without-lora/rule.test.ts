import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { vllmAdaptersWithoutLora } from './rule.ts';

testRule(vllmAdaptersWithoutLora, cases);
