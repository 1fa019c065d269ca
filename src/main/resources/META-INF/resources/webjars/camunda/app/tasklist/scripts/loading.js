// How the parts of a webapp are waited for. The loader gives up after seven seconds, which a busy school computer needs for
// one part, and leaves an endless spinner; without a limit it waits. A part that did not come is asked for once more, and
// one that cannot come at all is told.

const words = document.createElement("p");
words.className = "school-loading";
words.setAttribute("role", "status");
words.style.textAlign = "center";
words.textContent = "Загружается…";
const spinner = document.querySelector(".app-splash .spinner");
spinner?.after(words);

const ASKED_AGAIN = "school-asked-again";
const PAUSE_MS = 2000;
const SOON_MS = 60000;

function notLoaded() {
  if (!words.checkVisibility()) {
    return; // the page is there, perhaps with something half typed
  }
  if (Date.now() - Number(sessionStorage.getItem(ASKED_AGAIN)) > SOON_MS) {
    sessionStorage.setItem(ASKED_AGAIN, String(Date.now()));
    setTimeout(() => window.location.reload(), PAUSE_MS);
    return;
  }
  spinner?.remove();
  words.textContent = "Страница не загрузилась. Проверьте связь и обновите страницу (F5).";
}

const told = window.require.onError;
window.require.onError = (error) => {
  notLoaded();
  told(error);
};
window.require.config({ waitSeconds: 0 });

// The start page brings its parts without the loader.
window.addEventListener("unhandledrejection", notLoaded);
