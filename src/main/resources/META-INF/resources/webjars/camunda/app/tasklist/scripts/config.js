import "./loading.js";

export default {
  app: { name: "Задачи", vendor: "Дорожная карта наставничества ·" },
  locales: { availableLocales: ["ru"], fallbackLocale: "ru" },
  disableWelcomeMessage: true,
  customScripts: ["scripts/school", "scripts/texts", "scripts/forms", "scripts/phone"],
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "взять выбранную задачу в работу" },
    focusFilter: { key: "ctrl+shift+f", description: "перейти к первому фильтру" },
    focusList: { key: "ctrl+alt+l", description: "перейти к первой задаче в списке" },
    focusForm: { key: "ctrl+alt+f", description: "перейти к первому полю формы" },
    startProcess: { key: "ctrl+alt+p", description: "открыть окно «Запустить процесс»" },
  },
};
