/** What a person or an organisation may choose of the assessment. */
export type Policy = {
  /** How long before the lapse the phase is `due-soon`. */
  readonly warnMs: number;
  readonly warnBeforeLapse: 'always' | 'atRisk' | 'never';
  /** The organisation has given permission for notifications, so nobody is asked. */
  readonly notificationsAllowed: boolean;
};
