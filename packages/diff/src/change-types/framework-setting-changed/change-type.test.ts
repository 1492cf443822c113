import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { frameworkSettingChanged } from './change-type.ts';

testChangeType(frameworkSettingChanged, cases);
