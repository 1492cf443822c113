import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { clientTimeoutEnabled } from './change-type.ts';

testChangeType(clientTimeoutEnabled, cases);
