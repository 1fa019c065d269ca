// How the parts of a webapp are waited for. The loader gives up after seven seconds, which a busy school computer needs for
// one part, and leaves an endless spinner; without a limit it waits. A part that cannot come at all is told.

const words = document.createElement("p");
words.className = "school-loading";
words.setAttribute("role", "status");
words.style.textAlign = "center";
words.textContent = "Загружается…";
const spinner = document.querySelector(".app-splash .spinner");
spinner?.after(words);

function notLoaded() {
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
