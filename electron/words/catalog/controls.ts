import type { Section } from '../entry.ts';

/** What can be pressed or opened, and the words around it. Labels of buttons and menus are in the title case of macOS. */
export const controls = {
  'action.reactivate': {
    english: 'Sign In Again',
    note: 'Button and menu item on a Mac that has lost its access.',
  },
  'action.sign-in-now': {
    english: 'Sign In Now…',
    note: 'Button and menu item on a Mac that works; a question follows, hence the dots.',
  },
  'action.stop': { english: 'Stop Sign-In', note: 'Button and menu item while a sign-in runs.' },
  'action.later': {
    english: 'Later',
    note: 'Button of a notification beside "Sign In Again": a reminder comes later.',
  },
  'confirm.title': { english: 'Sign in now?', note: 'Question after "Sign In Now…".' },
  'confirm.sentence': {
    english: 'If a window opens and you close it before the end, company access is switched off.',
    note: 'Warning below "Sign in now?".',
  },
  'confirm.proceed': { english: 'Sign In Now', note: 'Button that starts the sign-in after the warning.' },
  'confirm.cancel': { english: 'Not Now', note: 'Button that leaves everything as it is.' },
  'notifications.ask': {
    english: 'With notifications, Vigil can tell you in time when a sign-in window needs you.',
    note: 'Why notifications are useful, above the button "Turn On Notifications".',
  },
  'notifications.allow': { english: 'Turn On Notifications', note: 'Button; macOS then asks the person.' },
  'notifications.failed': {
    english:
      'Notifications are off, so Vigil can warn you only here. Turn them on in System Settings › Notifications › Vigil.',
    note: 'Said after macOS has refused a notification. Names as in System Settings of macOS.',
  },
  'icon.hidden': {
    english:
      'Vigil’s icon cannot be seen in the menu bar. Open Vigil from Finder or Spotlight whenever you need it.',
    note: 'A hint. Names as in macOS.',
  },
  'menu.open': { english: 'Open Vigil', note: 'Item of the menu of the icon.' },
  'menu.quit': { english: 'Quit Vigil', note: 'Item of the menu of the icon.' },
  tooltip: {
    english: 'Vigil: {state}',
    note: 'Tooltip of the icon, and what VoiceOver reads. state: the headline of the popover.',
    takes: { state: 'message' },
  },
  line: {
    english: '{headline}. {sentence}',
    note: 'A line of the terminal: headline and sentence of the popover one after the other.',
    takes: { headline: 'message', sentence: 'message' },
  },
  'window.left': {
    english: 'Next check in {left}',
    note: 'Beside the ring that empties until the next check. left: hours and minutes, e.g. "1 hr 12 min".',
    takes: { left: 'duration' },
  },
  'window.due': { english: 'Next check due', note: 'Beside the ring when it is empty.' },
  'report.open': { english: 'Report for IT…', note: 'Button that shows the report for the IT team.' },
  'report.heading': { english: 'Report for IT', note: 'Heading above the text of the report.' },
  'report.explain': {
    english:
      'This is all that goes in. Names, accounts and addresses are left out. It goes nowhere until you paste it somewhere.',
    note: 'Below "Report for IT", above its text. Paste as in the menu Edit of macOS.',
  },
  'report.gathering': {
    english: 'Putting the report together …',
    note: 'In place of the text of the report while it is made, and in the terminal.',
  },
  'report.copy': { english: 'Copy', note: 'Button that puts the report on the clipboard.' },
  'report.copied': { english: 'Copied', note: 'Beside the button "Copy" after it was pressed.' },
  'report.network': {
    english: 'Add Network Check',
    note: 'Button that makes the report anew, with a look at the way to the hosts that a sign-in needs.',
  },
  'report.checking-network': {
    english: 'Asking the hosts of Microsoft and Apple that a sign-in needs …',
    note: 'In place of the text of the report while the network is checked.',
  },
  'report.back': { english: 'Back', note: 'Button that leads from the report back to the state.' },
  'fault.title': {
    english: 'This window has a problem',
    note: 'Shown in place of the popover after an error.',
  },
  'fault.sentence': {
    english:
      'Vigil keeps watching all the same. Close this window and open it again from the menu bar; if that does not help, quit and reopen Vigil.',
    note: 'Below "This window has a problem".',
  },
  'fault.close': { english: 'Close', note: 'Button and menu item that close the window.' },
} as const satisfies Section;
