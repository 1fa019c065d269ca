import "../../tasklist/scripts/loading.js";

export default {
  app: { name: "Администрирование", vendor: "Дорожная карта наставничества ·" },
  locales: { availableLocales: ["ru"], fallbackLocale: "ru" },
  disableWelcomeMessage: true,
  customScripts: ["../tasklist/scripts/school", "../tasklist/scripts/texts"],
};
