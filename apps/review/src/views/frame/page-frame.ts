import type { Identity } from '../../auth/identity.ts';
import type { DiffLayout } from './preferences.ts';

/** What every page shows around its content. */
export interface PageFrame {
  readonly title: string;
  readonly identity: Identity;
  /** Path of the page, to mark the place in the navigation. */
  readonly path: string;
  /** `auto` follows the system. */
  readonly theme: 'auto' | 'light' | 'dark';
  /** Sent back by every form of the page. */
  readonly csrfToken?: string;
  /** Default: on. */
  readonly hasShortcuts?: boolean;
  readonly diff?: DiffLayout;
  /** Path and query of the page, where a form of the frame leads back to. */
  readonly returnTo?: string;
}
