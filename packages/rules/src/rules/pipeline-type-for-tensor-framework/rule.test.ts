import { testRule } from '../../testing/test-rule.ts';
import { cases } from './cases.ts';
import { pipelineTypeForTensorFramework } from './rule.ts';

testRule(pipelineTypeForTensorFramework, cases);
