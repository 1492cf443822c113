import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlMultipleDocuments } from './rule.ts';

testRule(yamlMultipleDocuments, cases);
