// Progressive: every page reads and works without it.
(() => {
  'use strict';

  const areShortcutsOn = document.body.dataset.shortcuts === 'on';
  const reading = { model: -1, finding: -1 };

  /** Whether what is pressed is meant as text. */
  function isTyping(target) {
    return (
      target instanceof HTMLElement &&
      (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
    );
  }

  /** Goes to the next or previous place of a kind, and tells by the focus where that is. */
  function step(kind, by) {
    const places = [...document.querySelectorAll(`[data-${kind}]`)];
    if (places.length === 0) return;
    const at = Math.min(Math.max(reading[kind] + by, 0), places.length - 1);
    reading[kind] = at;
    const place = places[at];
    for (let box = place.closest('details'); box !== null; box = box.parentElement.closest('details')) {
      box.open = true;
    }
    const target = place.querySelector('a.row-link') ?? place;
    target.focus({ focusVisible: true, preventScroll: true });
    place.scrollIntoView({ block: 'start' });
  }

  function showShortcuts() {
    const dialog = document.getElementById('shortcuts');
    if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
  }

  const actions = {
    j: () => step('model', 1),
    k: () => step('model', -1),
    n: () => step('finding', 1),
    p: () => step('finding', -1),
    '/': () => document.querySelector('[data-search]')?.focus(),
    '?': showShortcuts,
  };

  if (areShortcutsOn) {
    document.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
      if (!Object.hasOwn(actions, event.key)) return;
      event.preventDefault();
      actions[event.key]();
    });
  }

  // A permalink is followed as ever, and its address is on the clipboard then.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-permalink]') : null;
    if (link === null || navigator.clipboard === undefined) return;
    navigator.clipboard.writeText(link.href).catch(() => {
      // Not allowed here: the address bar has it too.
    });
  });

  /** Opens what hides the place that the address names, so that a permalink never leads to nothing. */
  function openTarget() {
    const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
    if (target === null) return;
    let isOpened = false;
    for (let box = target.closest('details'); box !== null; box = box.parentElement.closest('details')) {
      isOpened ||= !box.open;
      box.open = true;
    }
    if (isOpened) target.scrollIntoView();
  }

  /** What was opened or closed on this page stays so in this tab. */
  function rememberDetails() {
    const prefix = `topodiff:${location.pathname}:`;
    for (const box of document.querySelectorAll('details[data-remember]')) {
      const key = prefix + box.dataset.remember;
      const kept = sessionStorage.getItem(key);
      if (kept !== null) box.open = kept === 'open';
      box.addEventListener('toggle', () => sessionStorage.setItem(key, box.open ? 'open' : 'closed'));
    }
  }

  try {
    rememberDetails();
  } catch {
    // A browser that keeps nothing for us forgets, and everything else goes on.
  }
  openTarget();
  addEventListener('hashchange', openTarget);
})();
