import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlUnrenderedTemplate } from './rule.ts';

testRule(yamlUnrenderedTemplate, cases);
