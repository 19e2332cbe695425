import type { Section } from '../entry.ts';
import { noted } from './noted.ts';

/** The same causes, and what IT can do about them, in the words of the trade. */
export const findingsForIt = {
  ...noted(
    'A cause, for administrators of Jamf Pro and Entra ID. Keep names of products, files and commands.',
    {
      'finding.offline.it':
        'The Mac had no connection to the sign-in host. Silent and interactive sign-in then both fail at once.',
      'finding.ran-as-root.it':
        'The agent ran as root. That harms the registration: it has to run as the logged-in user.',
      'finding.window-cancelled.it':
        'The user closed the sign-in window. What made the silent sign-in fail before decides how often that happens.',
      'finding.window-missed.it':
        'The interactive sign-in ended without a token, so Jamf Pro was sent an empty one and the Mac counts as non-compliant.',
      'finding.window-not-shown.it':
        'The browser or web view for the interactive sign-in did not start, or another one was open already.',
      'finding.password-expired.it': 'Entra asked for a new password or refused the one that was given.',
      'finding.account-blocked.it': 'The account is locked, disabled or deleted in Entra.',
      'finding.wrong-account.it':
        'The sign-in was done with an account that the tenant or the request does not accept.',
      'finding.registration-broken.it':
        'Entra does not accept the device: it is not registered, missing or disabled, or its key or certificate was refused.',
      'finding.conditional-access.it':
        'Entra answered with a demand or a refusal: Conditional Access, multi-factor authentication, sign-in frequency or a revoked session.',
      'finding.sso-extension-dead.it':
        'The Microsoft SSO extension did not start or failed inside. PlugInKit error 16, known of macOS 15.3, goes away only by a restart.',
      'finding.sso-extension-missing.it':
        'The agent has no SSO extension to ask: Company Portal or the SSO profile is missing, or the profile leaves the agent out.',
      'finding.sso-extension-network.it':
        'macOS does not hand sign-in addresses to the SSO extension (“not AppSSO URL”). A proxy or TLS inspection mostly keeps it from verifying the associated domains; a missing SSO profile looks the same.',
      'finding.network-interference.it':
        'The answer was not Microsoft’s own: an untrusted certificate, an unencrypted redirect or an HTTP refusal. Think of TLS inspection, a proxy with credentials, a captive portal.',
      'finding.multiple-accounts.it':
        'The agent found several accounts in its cache. Before Jamf Pro 11.3 it may pick the wrong one. Leave the Local Items keychain alone: a reset of it, as scripts have it, costs the user SSH keys and other secrets.',
      'finding.app-misconfigured.it':
        'Entra refuses the app: consent, assignment, an app that is disabled or unknown, or a request that it does not accept.',
      'finding.keychain-trouble.it':
        'The agent could not read or write the keychain: it was locked, or the user declined. No keychain needs to be reset for that.',
      'finding.server-trouble.it': 'Microsoft’s sign-in service answered with a fault of its own.',
      'finding.throttled.it':
        'MSAL repeats its last answer for two minutes without asking Entra, or Entra limits the requests. More attempts change nothing.',
      'finding.cause-unknown.it':
        'The log tells of a failure and of no cause: details are masked there and debug lines are not kept. Entra’s sign-in logs know more.',
      'finding.agent-not-running.it':
        'The LaunchAgent that repeats the sign-in is missing, or launchd has not run it when it was due.',
      'finding.logs-rolled-over.it':
        'have_an_Azure_id is false and no line tells of it: the unified log rolled over before it could be read.',
      'finding.recurring-removed.it':
        'Jamf Pro 11.5 removed the recurring sign-in. A Mac that is deactivated stays so until gatherAADInfo is run as the user.',
      'finding.log-access-denied.it':
        'The unified log is for members of the admin group only, so causes of failures stay unknown on this Mac.',
    },
  ),

  ...noted(
    'A step for administrators, as one or two sentences. Keep names of products, files and commands.',
    {
      'step.look-up-sign-in':
        'Find the sign-in in Entra (Users, the user, Sign-in logs) by app, UTC time and correlation ID. It names the policy or demand that was not met.',
      'step.review-rules':
        'Review the Conditional Access policies and the sign-in frequency that apply to the app, so that a silent sign-in can meet them.',
      'step.exclude-registration-app':
        'Exclude “User Registration app for Device Compliance” from policies that require a compliant device: the Mac needs it to become one.',
      'step.check-device': 'Check that the device is in Entra once, enabled, and compliant in Jamf Pro.',
      'step.check-account': 'Check that the account is a member or guest of this tenant.',
      'step.unlock-account': 'Unlock or enable the account, or clear its risk.',
      'step.check-app':
        'Check that the app exists in the tenant, is enabled, has admin consent, and that the user is assigned to it.',
      'step.check-sso-profile':
        'Check the SSO profile: type Redirect, extension com.microsoft.CompanyPortalMac.ssoextension, team UBF8T346G9, Microsoft’s sign-in addresses, and one such profile in scope only.',
      'step.update-company-portal': 'Install or update Company Portal.',
      'step.exempt-apple-hosts':
        'Exempt app-site-association.cdn-apple.com and app-site-association.networking.apple from proxy and TLS inspection.',
      'step.exempt-sign-in-hosts':
        'Exempt login.microsoftonline.com, login.microsoft.com and sts.windows.net from TLS inspection and proxy credentials.',
      'step.reset-associations':
        'Then have macOS fetch the associated domains anew: sudo swcutil reset, on the Mac.',
      'step.embed-window':
        'Set useWKWebView in the managed preferences com.jamf.management.jamfAAD: the window then needs no browser.',
      'step.check-agent':
        'Check that /Library/LaunchAgents/com.jamf.management.jamfAAD.agent.plist is there and loaded for the user; if not, run the registration policy again.',
      'step.run-as-person':
        'Run it as the user, by its full path: launchctl asuser UID sudo -u USER, then Jamf Conditional Access gatherAADInfo.',
      'step.check-service-health': 'Look at the service health of Microsoft 365 and Entra.',
      'step.log-more':
        'Leave Vigil running, which keeps what it reads. For debug lines: sudo log config --mode level:debug --subsystem com.jamf.management.jamfAAD',
      'step.correct-setting':
        'Correct the values in the profile, or in the user’s domain io.github.vigil-mac; the table of settings says which each of them takes.',
      'step.relay-log':
        'Install Vigil’s optional log relay: a LaunchDaemon that copies these lines to a file which the user may read.',
    },
  ),
  'finding.setting-invalid.it': {
    english:
      'The values of {names} have the wrong type or are out of range, so the defaults hold. No other setting is affected.',
    note: 'For administrators, as one or two sentences. names: names of settings, as they are in the documentation.',
    takes: { names: 'text' },
  },
  'step.update-macos': {
    english:
      'Update to macOS {version} or later: before it, a proxy on any domain could disturb single sign-on.',
    note: 'A step for administrators.',
    takes: { version: 'text' },
  },
  'step.update-jamf': {
    english: 'Update to Jamf Pro {version} or later, where the agent picks the right account.',
    note: 'A step for administrators.',
    takes: { version: 'text' },
  },

  ...noted('What a step costs, for administrators.', {
    'cost.no-security-keys': 'Security keys may not work in the embedded window.',
    'cost.less-inspection': 'Traffic to these hosts is not inspected any more.',
    'cost.looser-rule': 'A looser rule protects less: decide it with those who own it.',
    'cost.server-update': 'This concerns the whole Jamf Pro server.',
    'cost.more-disk': 'It takes disk space on the Mac.',
  }),

  ...noted('Label of a filter for the sign-in logs of Microsoft Entra.', {
    'entra.app': 'App',
    'entra.account': 'macOS account',
    'entra.time': 'Time (UTC)',
    'entra.correlation-id': 'Correlation ID',
  }),
  'entra.value': {
    english: '{text}',
    note: 'Value of a filter for the sign-in logs, alone.',
    takes: { text: 'text' },
  },
} as const satisfies Section;
