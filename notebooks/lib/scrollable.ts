/** A box that scrolls sideways when it is wider than the page can then be reached and scrolled with the keyboard. */
export function scrollable<Box extends HTMLElement>(box: Box): Box {
  new ResizeObserver(() => {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
  }).observe(box);
  return box;
}
