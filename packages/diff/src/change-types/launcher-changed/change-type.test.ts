import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { launcherChanged } from './change-type.ts';

testChangeType(launcherChanged, cases);
