import { type CodeTable, codeTable, group, plainCodes } from './code-table.ts';

/** The `error` of an OAuth answer. */
export const oauth: CodeTable<string> = codeTable(
  'oauth',
  plainCodes('oauth', '', [
    group('sign-in-needed', 'person', [
      ['invalid_grant', 'Session, saved sign-in or a condition did not suffice for a silent sign-in.'],
      ['interaction_required', 'Entra wants the person at a window.'],
      ['login_required', 'Entra wants a new sign-in.'],
    ]),
    group('configuration', 'it', [
      ['consent_required', 'Consent to the app is missing.'],
      ['invalid_client', 'Entra does not accept the app’s credentials.'],
      ['invalid_request', 'Entra could make no sense of the request.'],
      ['invalid_scope', 'The app asks for rights that do not exist.'],
      ['unauthorized_client', 'The tenant does not know or allow the app.'],
    ]),
    group('cancelled', 'person', [
      ['access_denied', 'Access was declined, mostly by the person.'],
      ['tokenTransferFailedOTC', 'The time to move an account from another device ran out.'],
    ]),
    group('server', 'nobody', [
      ['server_error', 'Entra reports a fault on its side.'],
      ['temporarily_unavailable', 'Entra cannot answer for the moment.'],
    ]),
  ]),
);

/** The `suberror` beside it, which says what `invalid_grant` alone leaves open. */
export const subErrors: CodeTable<string> = codeTable(
  'sub-error',
  plainCodes('sub-error', '', [
    group('sign-in-needed', 'person', [
      ['bad_token', 'The saved sign-in is of no more use; the library deletes it.'],
      ['basic_action', 'An ordinary sign-in, such as with a second factor, is enough.'],
      ['token_expired', 'The saved sign-in has expired.'],
    ]),
    group('password', 'person', [['user_password_expired', 'The password has expired.']]),
    group('account-blocked', 'it', [['user_account_deleted', 'The account no longer exists.']]),
    group('cancelled', 'person', [
      ['transfer_token_expired', 'The time to move an account from another device ran out.'],
      ['tts_denied', 'The person declined.'],
      ['user_skipped', 'The person skipped the step.'],
    ]),
    group('device-registration', 'either', [
      ['device_authentication_failed', 'The Mac’s registration or its key was not accepted.'],
      ['insufficient_device_strength', 'The registration of this Mac is of an outdated kind.'],
    ]),
    group('policy', 'either', [
      ['additional_action', 'More than a sign-in is asked for, such as registering the Mac.'],
      ['message_only', 'A rule refuses with a message; signing in does not help.'],
    ]),
    group('policy', 'it', [
      ['protection_policy_required', 'An app protection policy stands in the way.'],
      ['protection_policies_required', 'App protection policies stand in the way.'],
    ]),
    group('configuration', 'it', [['consent_required', 'Consent to the app is missing.']]),
    group('library', 'nobody', [
      ['client_mismatch', 'The saved sign-in of another app does not count for this one.'],
    ]),
  ]),
);
