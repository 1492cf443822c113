import { Router } from 'express';
import { findRule } from '@topodiff/rules';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { filterRules, readRuleFilters } from '../views/rules/rule-filters.ts';
import { RulePage } from '../views/rules/rule-page.tsx';
import { RulesPage } from '../views/rules/rules-page.tsx';
import { sendPage } from '../views/send-page.tsx';

/** The rules, at `/rules`: the same for everybody. */
export function createRulesRoutes(): Router {
  const router = Router();
  router.get('/', (request, response) => {
    const filters = readRuleFilters(request.query);
    const frame = pageFrameOf(request, response, 'Rules');
    sendPage(response, <RulesPage frame={frame} rules={filterRules(filters)} filters={filters} />);
  });
  router.get('/:id', (request, response, next) => {
    const rule = findRule(request.params.id);
    if (rule === undefined) return next();
    sendPage(response, <RulePage frame={pageFrameOf(request, response, rule.id)} rule={rule} />);
  });
  return router;
}
