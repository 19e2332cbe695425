import { type ReactNode, useContext } from 'react';
import type { HelpPlace } from '../electron/assess/organisation.ts';
import type { Shown } from '../electron/contract.ts';
import { message } from '../electron/words/catalog.ts';
import { details } from '../electron/words/details-words.ts';
import { helpWords } from '../electron/words/help-words.ts';
import { timelineWords } from '../electron/words/timeline-words.ts';
import { causesForIt } from '../electron/words/why-words.ts';
import { Blocked } from './blocked.tsx';
import { Button } from './button.tsx';
import { Details } from './details.tsx';
import { type DisclosureItem, Disclosures } from './disclosures.tsx';
import { ForIt } from './for-it.tsx';
import { Help } from './help.tsx';
import { NowContext } from './say.tsx';
import { Timeline } from './timeline.tsx';

type MoreProps = {
  readonly shown: Shown;
  readonly onReport: () => void;
  readonly onHelp: (what: HelpPlace) => void;
  /** What stands at the end of the row. */
  readonly children: ReactNode;
};

/** What happened, what IT wants to know, and the facts behind it all: for those who want them. */
export function More({
  shown: { view, vigilVersion, organisation, hasLogo },
  onReport,
  onHelp,
  children,
}: MoreProps) {
  const timeline = timelineWords(view, useContext(NowContext));
  const causes = causesForIt(view);
  const report = <Button label={message('report.open')} emphasis="secondary" onPress={onReport} />;
  const isFine = view.phase === 'protected' && !view.windowWaiting && causes.length === 0;
  const items: readonly (DisclosureItem | false)[] = [
    timeline !== null && { title: message('timeline.title'), content: <Timeline words={timeline} /> },
    isFine && {
      title: message('blocked.title'),
      content: (
        <Blocked>
          <Help words={helpWords(organisation)} hasLogo={hasLogo} onOpen={onHelp} />
          {report}
        </Blocked>
      ),
    },
    causes.length > 0 && { title: message('for-it.title'), content: <ForIt causes={causes}>{report}</ForIt> },
    {
      title: message('details.title'),
      content: <Details details={details(view, vigilVersion)}>{report}</Details>,
    },
  ];
  return <Disclosures items={items.filter((item) => item !== false)}>{children}</Disclosures>;
}
