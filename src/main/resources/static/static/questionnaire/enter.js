// A pile of sheets is entered by numbers: the digit of an option ticks it, and a question of one answer is done with it.
(function () {
  var form = document.querySelector('form[data-by-number]');
  if (!form) return;
  var sent = false;
  var changed = false;

  function words(field) {
    var label = field.closest('.option');
    return label ? label.textContent.trim() : '';
  }

  // Steps of a scale have numbers of their own.
  function numberOf(field, place) {
    var own = /^\d+/.exec(words(field));
    return own ? own[0] : String((place + 1) % 10);
  }

  function fields(question) {
    return Array.prototype.slice.call(question.querySelectorAll('.option input, textarea, input[type="text"]'));
  }

  function next(question) {
    var questions = Array.prototype.slice.call(form.querySelectorAll('.question'));
    var after = questions[questions.indexOf(question) + 1];
    (after ? fields(after)[0] : form.querySelector('.save-bar button')).focus();
  }

  Array.prototype.forEach.call(form.querySelectorAll('.options'), function (options) {
    if (!/^\d/.test(words(options.querySelector('input')))) options.classList.add('numbered');
  });
  form.addEventListener('keydown', function (event) {
    var question = event.target.closest('.question');
    var box = event.target.type === 'radio' || event.target.type === 'checkbox';
    if (!question || !box || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'ArrowRight' && event.target.type === 'checkbox') {
      event.preventDefault();
      next(question);
      return;
    }
    var option = fields(question).filter(function (field, place) { return numberOf(field, place) === event.key; })[0];
    if (!option) return;
    event.preventDefault();
    option.focus();
    option.click();
    if (option.type === 'radio') next(question);
  });
  form.addEventListener('change', function () { changed = true; });
  form.addEventListener('submit', function () { sent = true; });
  window.addEventListener('beforeunload', function (event) {
    if (changed && !sent) event.preventDefault();
  });
})();
