import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { handlerSettingAdded } from './change-type.ts';

testChangeType(handlerSettingAdded, cases);
