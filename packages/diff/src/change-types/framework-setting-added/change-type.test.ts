import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { frameworkSettingAdded } from './change-type.ts';

testChangeType(frameworkSettingAdded, cases);
