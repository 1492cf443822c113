import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { handlerSettingChanged } from './change-type.ts';

testChangeType(handlerSettingChanged, cases);
