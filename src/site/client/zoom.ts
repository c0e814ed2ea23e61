import { dress } from './dress.ts';

/** Shows images that are larger than their place on the page in a dialog of their own. */
export function zoomImages({ content, dataset }: HTMLTemplateElement): void {
  void dress();
  const dialog = content.querySelector('dialog');
  const observer = new ResizeObserver((entries) => entries.forEach(({ target }) => {
    if (!(target instanceof HTMLImageElement) || target.clientWidth === 0) return;
    // A little larger is not worth a press.
    if ((Number(target.getAttribute('width')) || target.naturalWidth) > target.clientWidth * 1.1) {
      target.setAttribute('role', 'button');
      target.tabIndex = 0;
      target.ariaLabel = `${dataset['zoom']}${target.alt && `: ${target.alt}`}`;
    } else ['role', 'tabindex', 'aria-label'].forEach((name) => target.removeAttribute(name));
  }));
  document.querySelectorAll('#article img').forEach((image) => image.closest('a') ?? observer.observe(image));
  document.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') open(event);
  });

  function open(event: Event): void {
    const image = event.target;
    if (!dialog || !(image instanceof HTMLImageElement) || image.role !== 'button') return;
    event.preventDefault();
    document.body.append(dialog);
    const large = document.createElement('img');
    large.src = image.src;
    large.alt = image.alt;
    dialog.lastChild?.replaceWith(large);
    large.onclick = () => dialog.close();
    dialog.showModal();
  }
}
