import type { Report } from '@topodiff/report';
import { shown } from '../parts/shown.ts';

/** Who may decide, as the policy has it, in one sentence. */
export function ApproverRules({
  rules,
  isLocal,
}: {
  readonly rules: NonNullable<Report['approvals']>['rules'];
  /** Here anybody tries it out. */
  readonly isLocal: boolean;
}) {
  const who = [
    ...(rules.permission === null
      ? []
      : [`whoever has the permission ${rules.permission} or a stronger one`]),
    ...rules.users.map(shown),
    ...rules.teams.map((team) => `the members of ${shown(team)}`),
  ];
  return (
    <p class="small">
      May decide: {who.length === 0 ? 'nobody' : who.join(', ')}
      {rules.isAuthorAllowed ? '' : '; not the author of the pull request'}.{' '}
      {isLocal
        ? 'Local mode: decisions are kept here and never reach GitHub.'
        : 'GitHub is asked when you decide.'}
    </p>
  );
}
