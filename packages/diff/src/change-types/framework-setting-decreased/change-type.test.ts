import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { frameworkSettingDecreased } from './change-type.ts';

testChangeType(frameworkSettingDecreased, cases);
