import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { handlerSettingIncreased } from './change-type.ts';

testChangeType(handlerSettingIncreased, cases);
