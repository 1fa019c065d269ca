// Comfort only: what is typed stays on this device until it is sent, so that a lost connection takes nothing.
(function () {
  // Whoever sits down next at the same computer and goes back finds nothing of the one before.
  var shared = document.querySelector('form[data-shared]');
  if (shared) {
    window.addEventListener('pagehide', function () { shared.reset(); });
    window.addEventListener('pageshow', function (event) { if (event.persisted) window.location.reload(); });
    return;
  }
  var PREFIX = 'questionnaire-draft-';
  var store;
  try { store = window.localStorage; store.getItem(PREFIX); } catch (e) { return; }

  if (document.querySelector('[data-draft-sent]')) {
    var sent = store.getItem(PREFIX + 'sent');
    if (sent) { store.removeItem(sent); store.removeItem(PREFIX + 'sent'); }
    return;
  }
  var form = document.querySelector('form[data-draft]');
  if (!form) return;
  var key = PREFIX + form.getAttribute('data-draft');
  var note = form.querySelector('[data-draft-note]');

  function fields() { return Array.prototype.filter.call(form.elements, function (field) { return field.name; }); }

  function read() {
    var values = {};
    fields().forEach(function (field) {
      if ((field.type === 'radio' || field.type === 'checkbox') ? field.checked : field.value) {
        (values[field.name] = values[field.name] || []).push(field.value);
      }
    });
    return values;
  }

  function write(values) {
    fields().forEach(function (field) {
      var given = values[field.name] || [];
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = given.indexOf(field.value) >= 0;
      else field.value = given[0] || '';
    });
  }

  var before = JSON.stringify(read());
  var kept = store.getItem(key);
  // A page that says what is wrong shows what was sent, which is newer.
  if (kept && !document.querySelector('.problems')) {
    try { write(JSON.parse(kept)); note.hidden = false; } catch (e) { store.removeItem(key); }
  }
  form.addEventListener('input', keep);
  form.addEventListener('change', keep);
  form.addEventListener('submit', function () { keep(); try { store.setItem(PREFIX + 'sent', key); } catch (e) { } });
  form.querySelector('[data-draft-forget]').addEventListener('click', function () {
    store.removeItem(key);
    write(JSON.parse(before));
    note.hidden = true;
  });
  var first = document.querySelector('.problems');
  if (first) first.focus();

  function keep() {
    try { store.setItem(key, JSON.stringify(read())); note.hidden = false; } catch (e) { }
  }
})();
