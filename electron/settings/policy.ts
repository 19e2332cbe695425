import type { Policy } from '../assess/policy.ts';
import type { Settings } from './table.ts';

export function policyOf({ WarningMinutes, WarnBeforeLapse, NotificationsAllowed }: Settings): Policy {
  return {
    warnMs: WarningMinutes * 60_000,
    warnBeforeLapse: WarnBeforeLapse,
    notificationsAllowed: NotificationsAllowed,
  };
}
