/** Where things float: cards beside their anchor, or along the lower edge of a narrow screen; the chat above the page. */

const GAP = 6;
const EDGE = 8;
const NARROW = 480;
const FULL_SCREEN = '(max-width: 559px)';

/** Shows `card` (an element with the `popover` attribute) at `anchor`. */
export function showAt(card: HTMLElement, anchor: Element, align: 'start' | 'end' = 'start'): void {
  if (!card.matches(':popover-open')) card.showPopover();
  const { style } = card;
  card.classList.toggle('sheet', innerWidth < NARROW);
  style.left = style.top = '';
  if (innerWidth < NARROW) return;
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = card;
  const left = align === 'start' ? at.left : at.right - width;
  const below = at.bottom + GAP;
  const top = below + height > innerHeight - EDGE && at.top - GAP - height > EDGE ? at.top - GAP - height : below;
  style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
}

export function hide(card: HTMLElement): boolean {
  const open = card.matches(':popover-open');
  if (open) card.hidePopover();
  return open;
}

/** On a small screen the chat covers the page, so the page behind it is out of reach for the keyboard too. */
export function openDialog(dialog: HTMLDialogElement): void {
  if (matchMedia(FULL_SCREEN).matches) dialog.showModal();
  else dialog.show();
}
