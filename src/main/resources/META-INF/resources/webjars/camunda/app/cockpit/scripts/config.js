export default {
  app: { name: "Ход процессов", vendor: "Дорожная карта наставничества ·" },
  locales: { availableLocales: ["en"], fallbackLocale: "en" },
  disableWelcomeMessage: true,
  customScripts: ["../tasklist/scripts/school"],
};
