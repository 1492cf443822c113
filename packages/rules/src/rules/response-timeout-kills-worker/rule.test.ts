import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { responseTimeoutKillsWorker } from './rule.ts';

testRule(responseTimeoutKillsWorker, cases);
