const shortcuts = [
  ['j', 'next model'],
  ['k', 'previous model'],
  ['n', 'next finding'],
  ['p', 'previous finding'],
  ['/', 'go to the search'],
  ['?', 'show this list'],
] as const;

/** The list of the shortcuts; the script opens it, so that without the script it stays closed. */
export function ShortcutsDialog() {
  return (
    <dialog id="shortcuts" aria-labelledby="shortcuts-title">
      <h2 id="shortcuts-title">Keyboard shortcuts</h2>
      <dl>
        {shortcuts.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>They can be switched off at the foot of every page.</p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
