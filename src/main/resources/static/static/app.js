// Everything here is comfort: each page works without it.
document.documentElement.classList.add('js');

// On a phone one comes to the first field without reading past what is known.
document.addEventListener('DOMContentLoaded', () => {
  if (window.innerWidth >= 768) {
    document.querySelectorAll('details[data-open-wide]').forEach(part => { part.open = true; });
  }
});

// A choice that decides which fields a form has: the page says which, and what was typed stays.
document.addEventListener('change', async event => {
  const form = event.target.matches('[data-drives]') && event.target.closest('form[data-refresh]');
  if (!form) {
    return;
  }
  const data = new FormData(form);
  data.set('refresh', 'true');
  const answer = await fetch(form.action, {method: 'POST', body: new URLSearchParams(data)}).catch(() => null);
  if (!answer || !answer.ok) {
    return; // the button without a script still says it
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fields = page.querySelector(form.dataset.refresh);
  if (fields) {
    form.querySelector(form.dataset.refresh).replaceWith(fields);
    const same = document.getElementById(event.target.id);
    if (same) {
      same.focus();
    }
  }
});

document.addEventListener('click', event => {
  const menu = event.target.closest('[data-toggle-menu]');
  if (menu) {
    const open = document.body.classList.toggle('menu-open');
    menu.setAttribute('aria-expanded', String(open));
    return;
  }
  const back = event.target.closest('[data-back]');
  if (back && history.length > 1) {
    event.preventDefault();
    history.back(); // keeps what was typed
    return;
  }
  const account = event.target.closest('[data-fill-login]');
  if (account) {
    const form = document.querySelector('form[data-login]');
    form.elements.username.value = account.dataset.fillLogin;
    form.elements.password.value = account.dataset.fillLogin;
    form.requestSubmit();
    return;
  }
  const word = event.target.closest('[data-add-word]');
  if (word) {
    const field = document.querySelector(word.dataset.addWord);
    const present = field.value.split(/[,;\n]/).map(part => part.trim()).filter(Boolean);
    const known = present.some(part => part.toLocaleLowerCase('ru') === word.textContent.toLocaleLowerCase('ru'));
    field.value = (known ? present : [...present, word.textContent]).join(', ');
    return;
  }
  const unfold = event.target.closest('[data-unfold]');
  if (unfold) {
    const parts = Array.from(document.querySelectorAll(unfold.dataset.unfold + ' > details'));
    const open = parts.some(part => !part.open);
    parts.forEach(part => { part.open = open; });
    const what = unfold.dataset.unfoldKeep ? 'всё' : 'этапы';
    unfold.textContent = (open ? 'Свернуть ' : 'Развернуть ') + what;
    return;
  }
  const all = event.target.closest('[data-tick-all]');
  if (all) {
    const boxes = Array.from(all.closest('form').querySelectorAll('[data-kind="' + all.dataset.tickAll + '"]'));
    const tick = boxes.some(box => !box.checked);
    boxes.forEach(box => { box.checked = tick; });
    return;
  }
  const copy = event.target.closest('[data-copy]');
  if (copy && navigator.clipboard) {
    navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = copy.dataset.copied; });
  }
});

// A list that is searched as one types.
document.addEventListener('input', event => {
  const list = event.target.dataset.filter && document.querySelector(event.target.dataset.filter);
  if (!list) return;
  const wanted = event.target.value.trim().toLocaleLowerCase('ru');
  for (const line of list.children) {
    line.hidden = !line.textContent.toLocaleLowerCase('ru').includes(wanted);
  }
});

// Whoever is chosen from the staff need not be typed.
document.addEventListener('change', event => {
  if (!event.target.matches('[data-fill-name]')) return;
  const fields = event.target.form.elements;
  const words = event.target.selectedOptions[0].dataset.name;
  if (!words || fields.lastName.value.trim()) return;
  const [last, first = '', ...middle] = words.split(' ');
  fields.lastName.value = last;
  fields.firstName.value = first;
  fields.middleName.value = middle.join(' ');
});

// Who somebody is decides what is asked; what is filled in already stays in sight.
const category = document.querySelector('[data-category]');
if (category) {
  const show = () => {
    for (const part of document.querySelectorAll('[data-of]')) {
      const filled = Array.from(part.querySelectorAll('input, select')).some(field => field.type === 'checkbox' ? field.checked : field.value);
      part.hidden = !filled && !part.dataset.of.split(' ').includes(category.value);
    }
  };
  category.addEventListener('change', show);
  show();
}

// After a wrong password only the password is typed again.
const signIn = document.querySelector('form[data-login]');
if (signIn) {
  const {username, password} = signIn.elements;
  if (document.querySelector('.alert-danger') && !username.value && sessionStorage.getItem('login')) {
    username.value = sessionStorage.getItem('login');
    password.focus();
  }
  sessionStorage.removeItem('login');
  signIn.addEventListener('submit', () => sessionStorage.setItem('login', username.value));
}

// A search that asks the server as one types; what the form has chosen already goes with it.
const asking = new WeakMap();
document.addEventListener('input', event => {
  const field = event.target;
  if (!field.dataset.find) return;
  clearTimeout(asking.get(field));
  asking.set(field, setTimeout(async () => {
    const into = document.querySelector(field.dataset.into);
    const url = new URL(field.dataset.find, location.href);
    const wanted = field.value;
    url.searchParams.set('q', wanted);
    for (const box of into.querySelectorAll('input:checked')) url.searchParams.append(box.name, box.value);
    const answer = await fetch(url, {credentials: 'same-origin'});
    if (answer.ok && field.value === wanted) into.innerHTML = await answer.text();
  }, 250));
});
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && event.target.dataset.find) event.preventDefault(); // the list is there already
});

// A form that asks first.
document.addEventListener('submit', event => {
  const question = (event.submitter && event.submitter.dataset.confirm) || event.target.dataset.confirm;
  if (question && !window.confirm(question)) {
    event.preventDefault();
  }
});

// A file that would be refused is told of before it travels: it stays, and so does what was typed. The server checks again.
document.addEventListener('change', event => {
  const field = event.target;
  if (field.type !== 'file' || !field.dataset.largest) return;
  const files = Array.from(field.files);
  const ends = field.accept.split(',').filter(each => each.startsWith('.'));
  const other = field.dataset.otherKind && files.some(file => !ends.some(end => file.name.toLowerCase().endsWith(end)));
  const tooLarge = files.some(file => file.size > Number(field.dataset.largest));
  field.setCustomValidity(other ? field.dataset.otherKind : tooLarge ? field.dataset.tooLarge : '');
  field.reportValidity();
});

// A last day that is typed is taken on any day; beside it stands what is odd about it.
document.addEventListener('input', event => {
  const row = event.target.closest('[data-term]');
  if (!row) return;
  const day = Array.from(row.querySelectorAll('input[type="date"]')).find(each => each.hasAttribute('data-last-day'));
  const date = day && day.value ? new Date(day.value + 'T12:00') : null;
  const odd = {
    'day-off': date && (date.getDay() % 6 === 0 || row.dataset.holidays.includes('-' + day.value.slice(4))),
    late: date && row.dataset.lessonsEnd && day.value > row.dataset.lessonsEnd,
    order: false // only the server knows what the others have
  };
  for (const note of row.querySelectorAll('[data-note]')) note.hidden = !odd[note.dataset.note];
});

// A form is sent once: its buttons rest until the answer comes. One that takes its time says so.
document.addEventListener('submit', event => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post' || event.submitter && event.submitter.formMethod === 'get') return;
  const downloads = event.submitter && event.submitter.hasAttribute('data-download');
  setTimeout(() => { // the pressed button is still sent
    if (form.matches('[data-busy]') && event.submitter && !downloads) {
      event.submitter.textContent = event.submitter.dataset.busyText || event.submitter.textContent;
    }
    const buttons = Array.from(form.elements).filter(each => each.type === 'submit' && !each.disabled);
    for (const each of buttons) each.disabled = true;
    if (form.matches('[data-busy]') && !downloads) return;
    setTimeout(() => { for (const each of buttons) each.disabled = false; }, 10000); // a download leaves the page as it is
  });
});
window.addEventListener('pageshow', event => {
  if (!event.persisted) return;
  if (document.querySelector('[data-busy]')) location.reload();
  for (const each of document.querySelectorAll('button')) each.disabled = false; // what was typed stays
});

// A form that is shown again after signing in has the names of its fields from its page.
const kept = document.querySelector('[data-form-page]');
if (kept) {
  fetch(kept.dataset.formPage, {credentials: 'same-origin'}).then(async answer => {
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const sent = new URL(kept.dataset.formPath, location.href).pathname;
    const leads = action => action && new URL(action, location.href).pathname === sent;
    const form = Array.from(page.forms).find(each => leads(each.getAttribute('action'))
      || Array.from(each.elements).some(button => leads(button.getAttribute('formaction'))));
    if (!form) return;
    const words = text => text.replace(/\s+/g, ' ').replace(/[*:]\s*$/, '').trim();
    for (const name of kept.querySelectorAll('dt')) {
      const value = name.nextElementSibling;
      const fields = Array.from(form.elements).filter(each => each.name === name.dataset.field && each.type !== 'submit');
      const field = fields.find(each => each.value === value.textContent) || fields[0];
      if (kept.matches('[data-keep]')) { // the field may be gone, what was written stays
        if (!field) continue;
      } else if (!field || field.type === 'hidden') {
        name.hidden = value.hidden = true;
        continue;
      }
      const label = field.labels && field.labels[0] ? words(field.labels[0].textContent) : '';
      if (field.type === 'radio' || field.type === 'checkbox') {
        const group = field.closest('fieldset');
        const legend = group && group.querySelector('legend');
        name.textContent = legend ? words(legend.textContent) : label || name.textContent;
        value.textContent = legend ? label : '✓';
      } else {
        const title = label || field.getAttribute('aria-label');
        if (title) {
          name.textContent = title;
          name.hidden = false;
        }
        const option = field.options && Array.from(field.options).find(each => each.value === value.textContent);
        if (option) value.textContent = words(option.textContent);
      }
    }
  }).catch(() => {});
}

// An act on one line of a list, which the address of its form names, leads back to that line: open, with the focus, where it
// was on the screen; where it is gone, to the next one.
const rowOf = line => line.closest('details.line') || line;
const long = row => row.offsetHeight > window.innerHeight; // a whole list with one button
document.addEventListener('submit', event => {
  if (event.defaultPrevented || event.target.method !== 'post') return;
  sessionStorage.removeItem('line');
  const by = event.submitter && event.submitter.hasAttribute('formaction') ? event.submitter : event.target;
  const name = new URL(by.getAttribute(by === event.target ? 'action' : 'formaction') || '', location.href).hash.slice(1);
  const line = name && document.getElementById(decodeURIComponent(name));
  if (!line) return;
  const row = rowOf(line);
  const beside = [];
  for (let next = row.nextElementSibling; next; next = next.nextElementSibling) beside.push(next);
  for (let next = row.previousElementSibling; next; next = next.previousElementSibling) beside.push(next);
  sessionStorage.setItem('line', JSON.stringify({
    page: location.pathname,
    name: decodeURIComponent(name),
    top: long(row) ? row.getBoundingClientRect().top : Math.min(Math.max(row.getBoundingClientRect().top, 0), window.innerHeight / 2),
    beside: beside.map(each => each.id).filter(Boolean).slice(0, 50)
  }));
});
const linked = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
for (let part = linked; part; part = part.parentElement) {
  if (part.tagName === 'DETAILS') part.open = true;
}
const left = JSON.parse(sessionStorage.getItem('line') || 'null');
sessionStorage.removeItem('line');
const line = left && (document.getElementById(left.name)
  || left.page === location.pathname && left.beside.map(each => document.getElementById(each)).find(Boolean));
if (line) {
  const row = rowOf(line);
  const button = long(row) && Array.from(row.querySelectorAll('button')).pop();
  const stop = row.tagName === 'DETAILS' ? row.querySelector('summary') : button || row;
  const stand = () => {
    window.scrollBy({top: row.getBoundingClientRect().top - left.top, behavior: 'instant'});
    stop.focus({preventScroll: true});
  };
  if (stop === row) row.tabIndex = -1;
  document.documentElement.classList.add('at-line');
  stand();
  window.addEventListener('load', stand); // after the browser has gone to the line by itself
  setTimeout(() => document.documentElement.classList.remove('at-line'), 8000);
}

// The way back to a list leads to it as it was last looked through: with its search, its filters and its page.
const listOf = path => 'list:' + path;
if (document.querySelector('main form[role="search"]')) sessionStorage.setItem(listOf(location.pathname), location.search);
for (const back of document.querySelectorAll('main a[href]')) {
  const asked = back.textContent.trim().startsWith('←') && !back.search && sessionStorage.getItem(listOf(back.pathname));
  if (asked && back.pathname !== location.pathname) back.search = asked;
}
if (signIn) { // the next one who signs in looks for something else
  Object.keys(sessionStorage).filter(name => name.startsWith(listOf(''))).forEach(name => sessionStorage.removeItem(name));
}

// Long work says how far it is, as long as the browser waits for its answer.
document.addEventListener('submit', event => {
  const into = event.target.querySelector('[data-progress]');
  if (!into || event.defaultPrevented) return;
  const ask = async () => {
    const answer = await fetch(into.dataset.progress, {credentials: 'same-origin'}).catch(() => null);
    if (answer && answer.ok) {
      into.innerHTML = await answer.text();
      setTimeout(ask, 1000);
    }
  };
  setTimeout(ask, 1000);
});

// A drawing is higher than the window; it is shown from where it begins.
for (const frame of document.querySelectorAll('.drawing-frame')) {
  const begin = frame.querySelector('circle.start');
  if (begin) {
    const place = begin.getBoundingClientRect(), shown = frame.getBoundingClientRect();
    frame.scrollTop += place.top + place.height / 2 - shown.top - frame.clientHeight / 2;
  }
}

// Which stages of a roadmap are folded is kept while the browser stays open; an address that names a row shows it.
const stages = document.getElementById('stages');
if (stages) {
  const kept = 'stages ' + location.pathname;
  const parts = Array.from(stages.querySelectorAll(':scope > details'));
  const reveal = () => {
    const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place) {
      return;
    }
    const part = place.closest('details');
    if (part) {
      part.open = true;
    }
    place.scrollIntoView();
  };
  if (!location.search && !document.querySelector('.alert-danger')) {
    const open = JSON.parse(sessionStorage.getItem(kept) || 'null');
    if (open) {
      parts.forEach(part => { part.open = open.includes(part.id); });
    }
    parts.forEach(part => part.addEventListener('toggle', () =>
      sessionStorage.setItem(kept, JSON.stringify(parts.filter(one => one.open).map(one => one.id)))));
  }
  const unfold = document.querySelector('[data-unfold="#stages"]');
  if (unfold && parts.every(part => part.open)) {
    unfold.textContent = 'Свернуть всё';
  }
  reveal();
  window.addEventListener('load', () => requestAnimationFrame(reveal)); // the page has its height now
  window.addEventListener('hashchange', reveal);
  let folded = [];
  window.addEventListener('beforeprint', () => {
    folded = parts.filter(part => !part.open);
    folded.forEach(part => { part.open = true; });
  });
  window.addEventListener('afterprint', () => folded.forEach(part => { part.open = false; }));
}
