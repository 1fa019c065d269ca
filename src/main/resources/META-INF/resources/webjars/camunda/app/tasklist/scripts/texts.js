// form-js and some templates of the webapps know English only. Here their own words become Russian on the page.
// A rule names the place where only they write, so labels, options and answers stay as they are.

// The date field takes its format from the browser; a school wants дд.мм.гггг in every browser.
const BrowserFormat = Intl.DateTimeFormat;
Intl.DateTimeFormat = new Proxy(BrowserFormat, {
  construct: (target, [locales, ...rest]) => new target(locales === "default" ? "ru" : locales, ...rest),
});

const characters = (number) => number + (number % 10 === 1 && number % 100 !== 11 ? " знака" : " знаков");

const errors = [
  [/^Field is required\.$/, () => "Заполните это поле."],
  [/^Field must have minimum length of (\d+)\.$/, (n) => `Нужно не меньше ${characters(n)}.`],
  [/^Field must have maximum length of (\d+)\.$/, (n) => `Можно не больше ${characters(n)}.`],
  [/^Field must have minimum value of (.+)\.$/, (n) => `Наименьшее значение — ${n}.`],
  [/^Field must have maximum value of (.+)\.$/, (n) => `Наибольшее значение — ${n}.`],
  [/^Field must match pattern ([^]+)\.$/, (pattern) => `Запись не соответствует образцу ${pattern}`],
  [/^Field must be a valid email\.$/, () => "Укажите адрес электронной почты, например ivanova@example.ru."],
  [/^Field must be a valid {1,2}international phone number\./, () => "Укажите телефон с кодом страны, например +79001234567."],
  [/^Value is not a number\.$/, () => "Укажите число."],
  [/^Value is expected to be an integer\.$/, () => "Укажите целое число."],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, (n) => `После запятой можно не больше ${characters(n)}.`],
  [
    /^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    (lower, upper) => `Это значение не подходит. Ближайшие подходящие — ${lower} и ${upper}.`,
  ],
  [/^Date and time must both be entered\.$/, () => "Укажите и дату, и время."],
];

const types = { string: "текст", boolean: "да или нет", date: "дата" };

// Messages of the forms that the engine itself generates when a model has no form of ours.
const generatedErrors = [
  [/^Required field$/, () => "Обязательное поле"],
  [/^Only an? (.+) value is allowed$/, (type) => `Допускается только ${types[type.toLowerCase()] || "число"}`],
  [/^Invalid date format: the date should have the pattern '?(.+?)'?$/, (pattern) => `Неверная дата, нужен вид ${dateWords(pattern)}`],
];

const dateWords = (format) => format.replace(/d/gi, "д").replace(/m/gi, "м").replace(/y/gi, "г");

const rules = [
  { at: ".fjs-form-field-error li", say: errors },
  { at: ".fjs-select-placeholder", say: { Select: "Выберите" } },
  { at: ".fjs-dropdownlist-empty", say: { "No results": "Ничего не найдено", "All values selected": "Выбрано всё" } },
  { at: ".fjs-taglist-skip-link", say: { "Skip to search": "Перейти к поиску" } },
  { at: ".fjs-table-empty, .fjs-table-td[colspan]", say: { "Nothing to show.": "Записей нет." } },
  { at: ".fjs-table-nav-label", say: { " of ": " из " } },
  { at: ".fjs-repeat-render-add", say: { "Add new": "Добавить" } },
  { at: ".fjs-repeat-render-collapse", say: [[/^Collapse$/, () => "Свернуть"], [/^Expand all \((\d+)\)$/, (n) => `Показать все (${n})`]] },
  {
    at: ".fjs-iframe-placeholder-text",
    say: { "No content to show.": "Показывать нечего.", "External content couldn't be loaded.": "Не удалось показать внешнюю страницу." },
  },
  {
    at: ".fjs-powered-by-lightbox span",
    say: { "Web-based tooling for BPMN, DMN, and forms powered by": "Схемы и формы показаны средствами" },
  },
  { at: ".fjs-form-field-select input", attribute: "placeholder", say: { Search: "Поиск" } },
  { at: ".fjs-taglist-input", attribute: "placeholder", say: { Search: "Поиск" } },
  { at: ".fjs-timepicker input", attribute: "placeholder", say: { "hh:mm": "чч:мм", "hh:mm ?m": "чч:мм" } },
  { at: ".fjs-datepicker input", attribute: "placeholder", say: [[/^([dmy]+(?:[./ -]+[dmy]+)+)$/, dateWords]] },
  { at: ".fjs-number-arrow-up, .fjs-number-arrow-down", attribute: "aria-label", say: { Increment: "Увеличить", Decrement: "Уменьшить" } },
  { at: ".fjs-taglist-tag-remove", attribute: "title", say: { "Remove tag": "Убрать" } },
  {
    at: ".fjs-table-nav-button",
    attribute: "aria-label",
    say: { "Previous page": "Предыдущая страница", "Next page": "Следующая страница" },
  },
  {
    at: ".fjs-table-th",
    attribute: "aria-label",
    say: [
      [/^Click to sort by (.*) ascending$/, (column) => `Сортировать по возрастанию: ${column}`],
      [/^Click to sort by (.*) descending$/, (column) => `Сортировать по убыванию: ${column}`],
      [/^Click to remove sorting$/, () => "Убрать сортировку"],
    ],
  },
  { at: ".fjs-repeat-row-remove", attribute: "aria-label", say: [[/^Remove list item (\d+)$/, (n) => `Удалить строку ${n}`]] },
  { at: ".fjs-powered-by-link, .bjs-powered-by", attribute: "title", say: { "Powered by bpmn.io": "Работает на bpmn.io" } },
  { at: ".fjs-image-placeholder-inner svg", attribute: "alt", say: { "This is an image placeholder": "Здесь будет изображение" } },
  {
    at: ".navigation button",
    attribute: "title",
    say: { "zoom in": "крупнее", "zoom out": "мельче", "reset zoom": "вся схема" },
  },
  { at: ".uib-left .sr-only, .uib-right .sr-only", say: { previous: "раньше", next: "позже" } },
  {
    at: ".tooltip-inner",
    say: {
      "task.assignee": "Исполнитель",
      "Toggle this section": "Показать или скрыть раздел",
      "Suspended Job Definition": "Описание задания приостановлено",
    },
  },
  { at: "th [title], td [title]", attribute: "title", say: { "Select all": "Выбрать все" } },
  {
    at: '[ng-click^="addAllPermissionsTo"], [ng-click^="addNonePermissionsTo"]',
    say: { "Select all": "Выбрать все", "Unselect all": "Снять все" },
  },
  // The name of a block's task is filled in when it runs; the drawing shows the place for it.
  { at: ".djs-label tspan", say: [[/^(.*)\$\{title\}(.*)$/, (before, after) => `${before}…${after}`]] },
  // What REST puts before the reason that we give.
  {
    at: "[notifications-panel] *",
    say: [[/^\s*Cannot (?:submit|complete|instantiate) [a-z ]+ [\w:-]+: ([^]+)$/, (reason) => reason]],
  },
  { at: ".null-value", say: { null: "нет" } },
  { at: "td.actions", say: { Actions: "Действия" } },
  { at: 'a[download], a[ng-click^="uploadVariable"]', say: { Download: "Скачать", Upload: "Загрузить" } },
  { at: ".section-content header h3", say: [[/^(.+) Права доступа$/, (resource) => `Права доступа: ${resource}`]] },
  {
    at: "input[placeholder]",
    attribute: "placeholder",
    say: { varName: "имя", Jonny: "Анна", Prosciutto: "Иванова", "j.prosciutto@acme.org": "ivanova@example.ru" },
  },
  { at: ".help-block, .has-error div, .has-error span", say: generatedErrors },
  {
    at: "select option",
    say: {
      Boolean: "Да/нет",
      Short: "Короткое целое",
      Integer: "Целое число",
      Long: "Длинное целое",
      Double: "Дробное число",
      String: "Строка",
      Date: "Дата",
      Object: "Объект",
      File: "Файл",
    },
    only: (element) => /^(string:)?[A-Z]/.test(element.value) && !element.closest(".fjs-container"),
  },
];

function translate(say, text) {
  if (!Array.isArray(say)) {
    return Object.hasOwn(say, text) ? say[text] : Object.hasOwn(say, text.trim()) ? say[text.trim()] : undefined;
  }
  for (const [english, russian] of say) {
    const match = english.exec(text.trim());
    if (match) {
      return russian(...match.slice(1));
    }
  }
}

function apply(rule, element) {
  if (rule.only && !rule.only(element)) {
    return;
  }
  if (rule.attribute) {
    const russian = translate(rule.say, element.getAttribute(rule.attribute) || "");
    if (russian !== undefined) {
      element.setAttribute(rule.attribute, russian);
    }
    return;
  }
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) {
      const russian = translate(rule.say, node.data);
      if (russian !== undefined) {
        node.data = russian;
      }
    }
  }
}

function translateWithin(root) {
  for (const rule of rules) {
    if (root.matches(rule.at)) {
      apply(rule, root);
    }
    root.querySelectorAll(rule.at).forEach((element) => apply(rule, element));
  }
}

function touched(mutations) {
  const roots = new Set();
  for (const { type, target, addedNodes } of mutations) {
    if (type === "characterData") {
      roots.add(target.parentElement);
    } else if (type === "attributes") {
      roots.add(target);
    } else {
      addedNodes.forEach((node) => roots.add(node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement));
    }
  }
  roots.delete(null);
  return roots;
}

new MutationObserver((mutations) => touched(mutations).forEach(translateWithin)).observe(document.body, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ["placeholder", "title", "aria-label"],
});
translateWithin(document.body);

const calendarWords = {
  firstDayOfWeek: 1,
  weekdays: {
    shorthand: "вс пн вт ср чт пт сб".split(" "),
    longhand: "воскресенье понедельник вторник среда четверг пятница суббота".split(" "),
  },
  months: {
    shorthand: "янв фев мар апр май июн июл авг сен окт ноя дек".split(" "),
    longhand: "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" "),
  },
  ordinal: () => "",
  rangeSeparator: " — ",
  weekAbbreviation: "Нед.",
  scrollTitle: "Прокрутите, чтобы изменить",
  toggleTitle: "Нажмите, чтобы переключить",
  yearAriaLabel: "Год",
  monthAriaLabel: "Месяц",
  time_24hr: true,
};

// The calendar is built with the form and opened by its field: just before that it learns Russian.
function prepareCalendar({ target }) {
  const calendar = target._flatpickr;
  if (!calendar || calendar.l10n.firstDayOfWeek === 1) {
    return;
  }
  calendar.set("ariaDateFormat", "j F Y");
  calendar.set("locale", calendarWords);
  const choice = calendar.monthsDropdownContainer;
  choice.setAttribute("aria-label", calendarWords.monthAriaLabel);
  for (const option of choice.options) {
    option.textContent = calendarWords.months.longhand[option.value];
  }
  calendar.currentYearElement.setAttribute("aria-label", calendarWords.yearAriaLabel);
  calendar.redraw();
}

document.addEventListener("mousedown", prepareCalendar, true);
document.addEventListener("focusin", prepareCalendar, true);
