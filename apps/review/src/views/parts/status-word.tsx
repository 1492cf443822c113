import type { ReportChange, ReportFinding, Conclusion } from '@topodiff/report';
import type { ApprovalState } from '../../store/store.ts';
import { Icon, type IconName } from './icon.tsx';

type Status = ReportFinding['severity'] | Conclusion | ApprovalState | ReportChange['impact'] | 'resolved';

const looks: Readonly<
  Record<
    Status,
    { readonly icon: IconName; readonly tone: 'bad' | 'warn' | 'good' | 'calm'; readonly word: string }
  >
> = {
  error: { icon: 'cross', tone: 'bad', word: 'error' },
  warning: { icon: 'triangle', tone: 'warn', word: 'warning' },
  info: { icon: 'info', tone: 'calm', word: 'info' },
  success: { icon: 'check', tone: 'good', word: 'success' },
  failure: { icon: 'cross', tone: 'bad', word: 'failure' },
  neutral: { icon: 'minus', tone: 'calm', word: 'neutral' },
  'not-needed': { icon: 'minus', tone: 'calm', word: 'not needed' },
  pending: { icon: 'clock', tone: 'warn', word: 'waits' },
  approved: { icon: 'check', tone: 'good', word: 'approved' },
  rejected: { icon: 'cross', tone: 'bad', word: 'rejected' },
  breaking: { icon: 'cross', tone: 'bad', word: 'breaking' },
  dangerous: { icon: 'triangle', tone: 'warn', word: 'dangerous' },
  'non-breaking': { icon: 'check', tone: 'calm', word: 'non-breaking' },
  resolved: { icon: 'check', tone: 'good', word: 'resolved' },
};

/** A state as a word with an icon: never by colour alone. */
export function StatusWord({ status, word }: { readonly status: Status; readonly word?: string }) {
  const look = looks[status];
  return (
    <span class={`status status-${look.tone}`}>
      <Icon name={look.icon} /> {word ?? look.word}
    </span>
  );
}
