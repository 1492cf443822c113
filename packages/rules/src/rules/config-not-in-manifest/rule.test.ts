import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { configNotInManifest } from './rule.ts';

testRule(configNotInManifest, cases);
