import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { vllmUnknownEngineKey } from './rule.ts';

testRule(vllmUnknownEngineKey, cases);
