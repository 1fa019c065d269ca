// How the parts of a webapp are waited for. The loader gives up after seven seconds, which a busy school computer needs for
// one part, and leaves an endless spinner; without a limit it waits. A part that cannot come at all is told.

const words = document.createElement("p");
words.className = "school-loading";
words.setAttribute("role", "status");
words.style.textAlign = "center";
words.textContent = "Загружается…";
document.querySelector(".app-splash")?.append(words);

const told = window.require.onError;
window.require.onError = (error) => {
  words.textContent = "Страница не загрузилась. Проверьте связь и обновите страницу (F5).";
  told(error);
};
window.require.config({ waitSeconds: 0 });
