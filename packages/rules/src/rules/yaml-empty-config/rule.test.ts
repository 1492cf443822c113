import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlEmptyConfig } from './rule.ts';

testRule(yamlEmptyConfig, cases);
