import { dress } from './dress.ts';

/** Gives every block of code a button that copies it, and says that it did. */
export function copyButtons({ content, dataset }: HTMLTemplateElement): void {
  const model = content.querySelector('button');
  const status = document.querySelector('#status');
  for (const code of document.querySelectorAll('pre')) {
    const button = model?.cloneNode(true);
    if (!(button instanceof HTMLElement)) return;
    // A scrolling block would take the button along.
    const box = document.createElement('div');
    box.className = 'code-box';
    code.replaceWith(box);
    box.append(code);
    void dress().then(() => box.append(button));
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(code.innerText).then(() => {
        if (status) status.textContent = dataset['copied'] ?? '';
        button.classList.add('done');
        setTimeout(() => {
          button.classList.remove('done');
          if (status) status.textContent = '';
        }, 2500);
      }, () => getSelection()?.selectAllChildren(code));
    });
  }
}
