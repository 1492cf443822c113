import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { yamlPythonOnlyError } from './rule.ts';

testRule(yamlPythonOnlyError, cases);
