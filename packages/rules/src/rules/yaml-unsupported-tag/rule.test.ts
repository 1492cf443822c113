import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlUnsupportedTag } from './rule.ts';

testRule(yamlUnsupportedTag, cases);
