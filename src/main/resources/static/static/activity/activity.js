// Tells about a file that is too large before it travels. The server checks again.
document.addEventListener('change', event => {
  const field = event.target;
  if (field.type === 'file' && field.dataset.largest) {
    const tooLarge = Array.from(field.files).some(file => file.size > Number(field.dataset.largest));
    field.setCustomValidity(tooLarge ? field.dataset.tooLarge : '');
    field.reportValidity();
  }
});
