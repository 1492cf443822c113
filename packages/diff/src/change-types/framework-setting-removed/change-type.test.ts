import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { frameworkSettingRemoved } from './change-type.ts';

testChangeType(frameworkSettingRemoved, cases);
