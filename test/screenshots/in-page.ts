// What runs in the page: each function stands alone, for only its text gets there.

/** What a person would see cut off, could not see, or could hardly hit. */
export function flaws(): readonly string[] {
  const named = (element: Element) => `${element.tagName} "${element.textContent?.slice(0, 60)}"`;
  const shown = (selector: string) =>
    [...document.querySelectorAll(selector)].filter(
      (element) => element.checkVisibility() && element.closest('.unseen') === null,
    );
  const isCutOff = (element: Element) => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const isInline = getComputedStyle(element).display.startsWith('inline');
    return !isInline && (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1);
  };
  const isBeyondTheEdge = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < 0 || right > innerWidth;
  };
  const isHardToHit = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    return width < 24 || height < 24;
  };
  const isOutOfSight = (element: Element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top < 0 || bottom > innerHeight;
  };
  const words = shown('h1, h2, h3, p, li, dt, dd, button, label, legend, code');
  return [
    ...words.filter(isCutOff).map((element) => `cut off: ${named(element)}`),
    ...words.filter(isBeyondTheEdge).map((element) => `beyond the edge: ${named(element)}`),
    ...shown('button, label, textarea, a')
      .filter(isHardToHit)
      .map((element) => `hard to hit: ${named(element)}`),
    ...shown('[data-emphasis="primary"], footer button')
      .filter(isOutOfSight)
      .map((element) => `out of sight: ${named(element)}`),
    ...shown('html, .page')
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `scrolls sideways: ${element.className}`),
  ];
}

/** All that can be read or heard, a line for each text. */
export function texts(): readonly string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  // The texts of one element are parts of one sentence.
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    found.push(node.nodeValue ?? '');
  for (const element of document.querySelectorAll('[aria-label], [title], [alt]')) {
    for (const name of ['aria-label', 'title', 'alt']) found.push(element.getAttribute(name) ?? '');
  }
  return found;
}
