// What a person types into a form of Tasklist arrives as it was meant, or is refused at its field. form-js is not changed:
// its forms are made with settings and services of ours, as it lets others do.

const months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(" ");
const monthsAlone = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");

const timeExample = "Напишите часы и минуты, например 15:30, или выберите время в списке.";
const example = "Напишите день, месяц и год, например 10.11.2026, или выберите день в календаре.";
const refusals = {
  unread: (text) => `«${text}» не читается как дата. ${example}`,
  noYear: (text) => `В дате «${text}» нет года. ${example}`,
  noDay: (text) => `Дня «${text}» нет в календаре. Проверьте число, месяц и год.`,
  unreadTime: (text) => `«${text}» не читается как время. ${timeExample}`,
  noTime: (text) => `Времени «${text}» не бывает. Проверьте часы и минуты.`,
  step: (text, interval) => `Время «${text}» сюда не подходит: его указывают через каждые ${interval} минут.`,
  outside: (text) => `Дата «${text}» сюда не подходит: она слишком ранняя. Проверьте год.`,
};

const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/;
const dayFirst = /^(\d{1,2}) ?[-./, ] ?(\d{1,2}) ?[-./, ] ?(\d{4}|\d{2})$/;
const monthInWords = /^(\d{1,2})[-. ]*([а-я]{3,})[-., ]*(\d{4}|\d{2})$/;
const withoutYear = /^\d{1,2}(?: ?[-./, ] ?\d{1,2}|[-. ]*[а-я]{3,})[-./, ]*$/;

// Invisible characters go, all spaces and dashes are one, «2026 г.» is a year.
function plain(text) {
  return text
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{M}]/gu, "")
    .replace(/\p{Z}+/gu, " ")
    .replace(/\p{Pd}/gu, "-")
    .trim()
    .toLowerCase()
    .replace(/(\d) ?(?:г|год|года)\.?$/, "$1");
}

function month(word) {
  const found = months.findIndex((name, at) => name.startsWith(word) || monthsAlone[at].startsWith(word));
  return found < 0 && word === "сент" ? 8 : found;
}

// Of a year with two digits: none lies more than ten years ahead.
function fullYear(digits, today) {
  const year = Number(digits);
  return digits.length > 2 ? year : year + (2000 + year > today.getFullYear() + 10 ? 1900 : 2000);
}

function dayOf(year, monthIndex, day) {
  const date = new Date(2000, 0, 1);
  date.setFullYear(year, monthIndex, day);
  return date.getFullYear() === year && date.getMonth() === monthIndex && date.getDate() === day ? { date } : { refused: "noDay" };
}

// Reads a day as people write it. Answers the date, or why it is none; nothing is rolled over into another day.
function readDay(typed, today = new Date()) {
  const text = plain(typed);
  let parts = yearFirst.exec(text);
  if (parts) {
    return dayOf(Number(parts[1]), parts[2] - 1, Number(parts[3]));
  }
  parts = dayFirst.exec(text);
  if (parts) {
    return dayOf(fullYear(parts[3], today), parts[2] - 1, Number(parts[1]));
  }
  parts = monthInWords.exec(text);
  if (parts && month(parts[2]) >= 0) {
    return dayOf(fullYear(parts[3], today), month(parts[2]), Number(parts[1]));
  }
  return { refused: withoutYear.test(text) ? "noYear" : "unread" };
}

const times = [
  /^(?:в )?(\d{1,2}) ?(?:[:.-]|ч\.?|час(?:а|ов)?) ?(\d{2}) ?(?:м|мин|минут)?\.?$/,
  /^(?:в )?(\d{2})(\d{2})$/,
  /^(?:в )?(\d{1,2}) ?(?:ч|час|часа|часов)?\.?$/,
];
const halfOfDay = /^(\d{1,2})(?:[:.](\d{2}))? ?([ap])\.?m\.?$/;

// Reads a time of day as people write it. Answers the minutes of the day, or why it is none; nothing is rounded.
function readTime(typed, interval) {
  const text = plain(typed);
  const half = halfOfDay.exec(text);
  const parts = half || times.map((form) => form.exec(text)).find(Boolean);
  if (!parts) {
    return { refused: "unreadTime" };
  }
  const minute = Number(parts[2] || 0);
  const named = Number(parts[1]);
  const hour = half ? (named % 12) + (half[3] === "p" ? 12 : 0) : named;
  if (hour > 23 || minute > 59 || (half && (named < 1 || named > 12))) {
    return { refused: "noTime" };
  }
  return minute % interval ? { refused: "step" } : { hour, minute };
}

const twoFigures = (number) => String(number).padStart(2, "0");

// As the field itself writes it.
function timeText({ hour, minute }, use24h) {
  const figures = (hours) => `${twoFigures(hours)}:${twoFigures(minute)}`;
  return use24h ? figures(hour) : `${figures(hour % 12 || 12)} ${hour < 12 ? "AM" : "PM"}`;
}

function iso(date) {
  return `${date.getFullYear()}-${twoFigures(date.getMonth() + 1)}-${twoFigures(date.getDate())}`;
}

// How what draws form-js puts off its work: the drawing itself until the event is over, and what follows from the drawing
// until after the next picture of the screen. A time reached the form only then, and a click on «Завершить» was faster.
let drawers = [];

function drawnAtOnce(act) {
  const before = drawers.map(({ debounceRendering, requestAnimationFrame }) => ({ debounceRendering, requestAnimationFrame }));
  const atOnce = { debounceRendering: (run) => run(), requestAnimationFrame: (run) => run() };
  drawers.forEach((drawer) => Object.assign(drawer, atOnce));
  try {
    act();
  } finally {
    drawers.forEach((drawer, at) => Object.assign(drawer, before[at]));
  }
}

const isDate = (value) => value instanceof Date && !isNaN(value);
const services = new Set();

// A service of each form: knows what was typed into its fields of dates and times and could not be read, and adds it to what the form
// itself finds wrong. So form-js shows it at the field, and does not send the form.
class TypedDays {
  constructor(eventBus, form, validator, formFieldRegistry, formFieldInstanceRegistry) {
    Object.assign(this, { form, validator, fields: formFieldRegistry, instances: formFieldInstanceRegistry });
    this.refused = new Map();
    const validate = validator.validateFieldInstance.bind(validator);
    validator.validateFieldInstance = (instance, value) => {
      const refusal = this.refusal(instance);
      return refusal ? [refusal] : validate(instance, value);
    };
    services.add(this);
    eventBus.on("form.destroy", () => services.delete(this));
    eventBus.on("reset", () => this.refused.clear());
    // «Завершить» may be clicked before form-js has taken over what was typed last.
    eventBus.on("presubmit", 2000, () => {
      this.inputs().forEach(take);
      leaveTime(this.form._container);
    });
  }

  inputs() {
    return [...this.form._container.querySelectorAll(".fjs-datepicker input")];
  }

  // Nothing where the field is not shown any more.
  instanceOf(input, part = "date") {
    const prefix = `fjs-form-${this.form._id}-`;
    return this.instances.getAll().find(({ instanceId }) => input.id === `${prefix}${instanceId}-${part}`);
  }

  // A field that went away with its answer is not asked for any more; neither is a time in whose place another is written.
  refusal({ id }) {
    const day = this.refused.get(id);
    const time = this.refused.get(`${id}-time`);
    return day?.input.isConnected ? day.message : time?.input.isConnected && !time.input.value ? time.message : undefined;
  }

  refuseTime(instance, input, message) {
    this.refused.set(`${instance.id}-time`, { input, message });
    this.show(instance);
  }

  acceptTime(instance) {
    if (this.refused.delete(`${instance.id}-time`)) {
      this.show(instance);
    }
  }

  isDayOnly({ id }) {
    return this.fields.get(id).subtype === "date";
  }

  refuse(instance, input, message) {
    this.refused.set(instance.id, { input, message });
    this.store(instance, null);
  }

  accept(instance, date) {
    this.refused.delete(instance.id);
    this.store(instance, date ? iso(date) : null);
  }

  valueOf({ valuePath }) {
    return valuePath.reduce((data, part) => data?.[part], this.form._getState().data) ?? null;
  }

  // With a time beside it form-js itself puts the value together.
  store(instance, value) {
    if (this.isDayOnly(instance) && this.valueOf(instance) !== value) {
      this.form._update({ fieldInstance: instance, value });
    } else {
      this.show(instance);
    }
  }

  // A field is told at once that it cannot be read, and once it is mended that nothing is wrong any more.
  show(instance) {
    const { [instance.id]: before, ...others } = this.form._getState().errors;
    const refusal = this.refusal(instance);
    const wrong = refusal ? [refusal] : before && this.validator.validateFieldInstance(instance, this.valueOf(instance));
    if (String(before ?? "") !== String(wrong ?? "")) {
      this.form._setState({ errors: wrong?.length ? { ...others, [instance.id]: wrong } : others });
    }
  }
}
TypedDays.$inject = ["eventBus", "form", "validator", "formFieldRegistry", "formFieldInstanceRegistry"];

const serviceOf = (input) => [...services].find((service) => service.form._container.contains(input));

// What stands in a field of a date, as it was typed, is read now.
function take(input) {
  const calendar = input._flatpickr;
  if (calendar && learn(calendar) && !input.readOnly && !input.disabled) {
    calendar.setDate(input.value, true);
  }
}

// All ways by which a typed text becomes a day lead through this one function of the calendar.
function learn(calendar) {
  if (calendar.readsStrictly) {
    return true;
  }
  const input = calendar._input;
  const service = serviceOf(input);
  if (!service) {
    return false;
  }
  const setDate = calendar.setDate.bind(calendar);
  calendar.readsStrictly = true;
  calendar.setDate = (value, ...rest) => {
    const instance = service.instanceOf(input);
    if (!instance) {
      return setDate(value, ...rest);
    }
    if (typeof value !== "string") {
      // form-js brings back what it holds, or has held a moment ago; what was typed stays to be mended until a day is picked.
      const [picked] = calendar.selectedDates;
      if (service.refusal(instance) && !(isDate(value) && picked && iso(picked) === iso(value))) {
        return;
      }
      setDate(value, ...rest);
      service.refused.delete(instance.id);
      service.show(instance);
      return;
    }
    const typed = value.trim();
    const read = typed ? readDay(typed) : {};
    const refused = read.refused || (read.date && !calendar.isEnabled(read.date, true) ? "outside" : undefined);
    if (refused) {
      calendar.clear(!service.isDayOnly(instance), false);
      input.value = value;
      service.refuse(instance, input, refusals[refused](typed));
    } else {
      setDate(read.date, !service.isDayOnly(instance));
      service.accept(instance, read.date);
    }
  };
  return true;
}

const learnOnce = ({ target }) => target._flatpickr && learn(target._flatpickr);
["mousedown", "focusin", "keydown", "input"].forEach((event) => document.addEventListener(event, learnOnce, true));

// What stands in a field of a time is read before the field itself reads it: that rounds it, or forgets it without a word.
// What it is left with is what it writes itself, or nothing; a refusal says what was typed.
const emptied = new WeakSet();

function takeTime(event) {
  const input = event.target;
  if (!input.matches?.(".fjs-timepicker input") || input.readOnly || input.disabled) {
    return;
  }
  const service = serviceOf(input);
  const instance = service?.instanceOf(input, "time");
  if (!instance || (event.type === "keydown" && event.key !== "Enter")) {
    return;
  }
  const typed = input.value.trim();
  if (!typed) {
    // Emptied by us, the field is left with its refusal; emptied by somebody who has come back, it is empty.
    if (!emptied.has(input)) {
      service.acceptTime(instance);
    }
    return;
  }
  const { timeInterval, use24h } = service.fields.get(instance.id);
  const interval = [1, 5, 10, 15, 30, 60].includes(timeInterval) ? timeInterval : 15;
  const read = readTime(typed, interval);
  const text = read.refused ? "" : timeText(read, use24h);
  if (text !== input.value) {
    drawnAtOnce(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }
  if (read.refused) {
    emptied.add(input);
    service.refuseTime(instance, input, refusals[read.refused](typed, interval));
  } else {
    service.acceptTime(instance);
  }
}

// A form that is sent while somebody is still in a field of a time: the field is left first.
function leaveTime(container) {
  const input = document.activeElement;
  if (container.contains(input) && input.matches(".fjs-timepicker input")) {
    drawnAtOnce(() => ["blur", "focusout"].forEach((way) => input.dispatchEvent(new FocusEvent(way, { bubbles: way === "focusout" }))));
  }
}

["focusout", "blur", "keydown"].forEach((event) => document.addEventListener(event, takeTime, true));
document.addEventListener("focusin", ({ target }) => emptied.delete(target), true);

// A day that must be said is today unless somebody says another, as on our own pages (TaskFormController).
function withToday(components, data) {
  // the day of what is done; what is planned is another one
  const days = components.filter(
    (field) => field.key === "date" && field.type === "datetime" && field.subtype === "date" && field.validate?.required,
  );
  const inside = components.filter((field) => field.components).map((group) => withToday(group.components, data));
  const open = days.filter((field) => data[field.key] == null).map((field) => [field.key, iso(new Date())]);
  return Object.assign({}, data, Object.fromEntries(open), ...inside);
}

function prepare(Form) {
  const importSchema = Form.prototype.importSchema;
  Form.prototype.importSchema = function (schema, data) {
    return importSchema.call(this, schema, withToday(schema.components || [], data || {}));
  };
  // Without a delay between a key and the form nothing is drawn over that was typed meanwhile: a number took 0.3 s to arrive,
  // and the letters of the next field were lost when it did.
  const createInjector = Form.prototype._createInjector;
  Form.prototype._createInjector = function (options, container) {
    const additionalModules = [
      ...(options.additionalModules || []),
      { __init__: ["typedDays"], typedDays: ["type", TypedDays] },
    ];
    return createInjector.call(this, { ...options, debounce: false, additionalModules }, container);
  };
}

// The webapps keep form-js among their own modules; it is the one that can make a container of forms.
(self.webpackChunkcamunda_bpm_webapp = self.webpackChunkcamunda_bpm_webapp || []).push([
  ["school-forms"],
  {},
  (load) => {
    const viewer = Object.keys(load.m).find((id) => /\.createFormContainer ?=/.test(load.m[id].toString()));
    prepare(load(viewer).Form);
    const drawing = Object.keys(load.m).filter((id) => load.m[id].toString().includes("debounceRendering"));
    drawers = drawing.flatMap((id) => Object.values(load(id))).filter((part) => part?.__e);
    // Whatever an event leads to is done before the next event.
    drawers.forEach((drawer) => {
      drawer.requestAnimationFrame = (run) => queueMicrotask(run);
    });
  },
]);
