// What all four webapps share: Russian dates, our own login page, the way back to the main page.

const home = document.querySelector("base").getAttribute("app-root").replace(/\/camunda$/, "") + "/";

const months = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split(" ");
const shortMonths = "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.".split(" ");
const days = "воскресенье понедельник вторник среда четверг пятница суббота".split(" ");
const shortDays = "вс пн вт ср чт пт сб".split(" ");

document.documentElement.lang = "ru";

function plural(number, one, few, many) {
  const tens = number % 100;
  const ones = number % 10;
  if (tens > 10 && tens < 20) {
    return many;
  }
  return ones === 1 ? one : ones > 1 && ones < 5 ? few : many;
}

// A locale file can hold plain strings only, so «%d дн.» stands there and the full words come from here.
function setRelativeTime(injector) {
  if (!injector.has("moment")) {
    return true;
  }
  const moment = injector.get("moment");
  if (!moment.locales().includes("ru")) {
    return false;
  }
  const count = (one, few, many) => (number) => number + " " + plural(number, one, few, many);
  moment.updateLocale("ru", {
    relativeTime: {
      mm: count("минуту", "минуты", "минут"),
      hh: count("час", "часа", "часов"),
      dd: count("день", "дня", "дней"),
      MM: count("месяц", "месяца", "месяцев"),
      yy: count("год", "года", "лет"),
    },
  });
  // A list of terms says the days, as our own pages do: «08.12.2026, через 7 дней».
  const from = moment.fn.from;
  moment.fn.from = function fromWithDay(time, withoutSuffix) {
    const relative = from.call(this, time, withoutSuffix);
    return withoutSuffix ? relative : this.format("DD.MM.YYYY") + ", " + relative;
  };
  injector.get("$rootScope").$broadcast("amMoment:localeChanged");
  return true;
}

// Angular compares the days as text and calls nothing overdue.
function markPassedDays() {
  document.querySelectorAll(".due-date, .followup-date").forEach((day) => {
    const passed = /назад$/.test(day.textContent.trim());
    day.classList.toggle("school-late", passed && day.classList.contains("due-date"));
    day.classList.toggle("school-come", passed && day.classList.contains("followup-date"));
  });
}

function setDatePicker(injector) {
  const locale = injector.get("$locale");
  Object.assign(locale.DATETIME_FORMATS, {
    MONTH: months,
    STANDALONEMONTH: months,
    SHORTMONTH: shortMonths,
    DAY: days,
    SHORTDAY: shortDays,
    FIRSTDAYOFWEEK: 0,
  });
  // The date parser reads the names again when the id has changed.
  locale.id = "ru";
  if (injector.has("uibDatepickerPopupConfig")) {
    Object.assign(injector.get("uibDatepickerPopupConfig"), {
      currentText: "Сегодня",
      clearText: "Очистить",
      closeText: "Готово",
    });
  }
}

let signedOut = false;
const place = "school-place";
const placeLeft = "school-place-left";
const signInEnded = "school-sign-in-ended";

// Whoever has pressed «Выйти» is told so. Whose sign-in has ended signs in and comes back to the same place.
function leaveForOurLogin() {
  if (/^#\/login(\?|$)/.test(window.location.hash)) {
    if (signedOut) {
      window.location.replace(home + "login?logout");
    } else {
      // Nobody is led in circles who has signed in and has no right to be here.
      const again = Date.now() - Number(sessionStorage.getItem(placeLeft)) < 30000;
      sessionStorage.setItem(placeLeft, String(Date.now()));
      sessionStorage.setItem(signInEnded, "true");
      window.location.replace(again ? home : window.location.pathname);
    }
  } else if (window.location.hash.length > 2) {
    sessionStorage.setItem(place, window.location.pathname + window.location.hash);
  }
}

function comeBack() {
  const left = sessionStorage.getItem(place);
  const ended = sessionStorage.getItem(signInEnded);
  sessionStorage.removeItem(signInEnded);
  if (ended && left && window.location.hash.length <= 2 && left.startsWith(window.location.pathname + "#")) {
    window.location.replace(left);
  }
}

// The most pressing first, unless somebody has chosen another order.
function sortByTerm() {
  const hash = window.location.hash || "#/";
  if (window.location.pathname.includes("/tasklist/") && !/^#\/login|[?&]sorting=/.test(hash)) {
    const order = encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
    window.history.replaceState(null, "", hash + (hash.includes("?") ? "&" : "?") + "sorting=" + order);
  }
}

// «Запустить процесс» is for whom there is one to start.
let startAsked = false;

function offerStart() {
  const start = document.querySelector(".start-process-action");
  if (start && !startAsked) {
    startAsked = true;
    start.style.display = "none";
    const api = document.querySelector("base").getAttribute("engine-api");
    const query = "latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true";
    fetch(api + "engine/default/process-definition/count?" + query, { headers: { Accept: "application/json" } })
      .then((answer) => answer.json())
      .then((found) => found.count > 0, () => true)
      .then((offered) => { start.style.display = offered ? "" : "none"; });
  }
}

function addHomeLink() {
  const menu = document.querySelector(".cam-nav.app-menu > ul");
  if (menu && !menu.querySelector(".school-home")) {
    const item = document.createElement("li");
    item.className = "school-home";
    item.innerHTML = '<a><span class="glyphicon glyphicon-home"></span> На главную</a>';
    item.firstChild.href = home;
    menu.prepend(item);
  }
}

// A first visit over a slow line can draw the list before its texts have come, and Tasklist never draws them again. By
// then they lie in the browser's storage, so that one more loading shows them.
function loadAgainWithTexts() {
  const early = [...document.querySelectorAll(".sort-by")].some((label) => /^[A-Z_]+$/.test(label.textContent.trim()));
  const come = (localStorage.getItem("camunda-web") || "").includes("_locales_data_");
  if (early && come && !sessionStorage.getItem("loaded-again")) {
    sessionStorage.setItem("loaded-again", "yes");
    window.location.reload();
  }
}

function whenAngularIsUp(injector) {
  setDatePicker(injector);
  // Angular writes the address with pushState, so there is no hashchange to listen to.
  injector.get("$rootScope").$on("$locationChangeSuccess", leaveForOurLogin);
  injector.get("$rootScope").$on("authentication.logout.success", () => { signedOut = true; });
}

let injector;
let relativeTimeIsSet = false;

function look() {
  if (!injector && window.angular) {
    injector = window.angular.element(document.body).injector();
    if (injector) {
      whenAngularIsUp(injector);
    }
  }
  if (injector && !relativeTimeIsSet) {
    relativeTimeIsSet = setRelativeTime(injector);
  }
  markPassedDays();
  offerStart();
  addHomeLink();
  loadAgainWithTexts();
}

comeBack();
sortByTerm();
leaveForOurLogin();
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
look();
