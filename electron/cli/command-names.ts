/** The commands of the command line; anything else starts the app. */
export const commandNames = [
  'status',
  'watch',
  'diagnose',
  'check-network',
  'report',
  'reactivate',
  'help',
  '--help',
  '--version',
] as const;
