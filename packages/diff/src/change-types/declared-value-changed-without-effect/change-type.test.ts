import { testChangeType } from '../../testing/test-change-type.ts';
import { cases } from './cases.ts';
import { declaredValueChangedWithoutEffect } from './change-type.ts';

testChangeType(declaredValueChangedWithoutEffect, cases);
