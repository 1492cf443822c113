import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { handlerSettingRemoved } from './change-type.ts';

testChangeType(handlerSettingRemoved, cases);
