import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { handlerSettingDecreased } from './change-type.ts';

testChangeType(handlerSettingDecreased, cases);
