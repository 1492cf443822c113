import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { venvEnabled } from './change-type.ts';

testChangeType(venvEnabled, cases);
