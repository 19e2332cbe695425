/** Who offers help, in the organisation's own words. Null is what it has not said. */
export type Organisation = {
  readonly name: string | null;
  readonly contact: { readonly label: string; readonly url: string | null } | null;
  /** In the language of the person where there is one, else in the organisation's. */
  readonly note: string | null;
  readonly helpUrl: string | null;
  readonly registrationUrl: string | null;
};

/** Where the organisation offers help: whom to ask, a page, how to register this Mac. */
export type HelpPlace = 'contact' | 'page' | 'registration';
