package org.mentoringroadmap.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * form-js as it stands in the engine's webapps, with our scripts of Tasklist, on an empty page: what Tasklist does with a
 * form, without the application. The webapps' own bundle is run, so that a new version is tried as soon as it is used.
 */
class FormJs implements AutoCloseable {
    private static final String WEBAPPS = "/META-INF/resources/webjars/camunda/";

    private static final String FIND = """
            () => self.webpackChunkcamunda_bpm_webapp.push([["school-tests"], {}, (load) => {
              const id = Object.keys(load.m).find((key) => /\\.createFormContainer ?=/.test(load.m[key].toString()));
              window.FormJs = load(id).Form;
              window.failures = [];
              window.addEventListener("error", (event) => window.failures.push(event.message));
              const preact = Object.keys(load.m).filter((key) => load.m[key].toString().includes("debounceRendering"));
              window.renderers = preact.flatMap((key) => Object.values(load(key))).filter((value) => value?.__e);
              window.addEventListener("unhandledrejection", (event) => window.failures.push(String(event.reason)));
            }])
            """;

    /**
     * Shows forms; answers why form-js does not, or which mandatory field nobody can fill. Twenty are shown at once; where
     * something fails that names no form, each is shown by itself.
     */
    private static final String VERDICTS = """
            async (schemas) => {
              const place = document.querySelector("#place");
              const open = (input) => !input.disabled && !input.readOnly && !input.closest(".fjs-readonly, .fjs-disabled");
              const unfillable = (form) => form.get("formFieldInstanceRegistry").getAllKeyed()
                .map(({ id }) => form.get("formFieldRegistry").get(id))
                .filter((field) => field.validate?.required && field.type !== "expression")
                .filter((field) => ![...form._container.querySelectorAll(
                    `[id^="${CSS.escape("fjs-form-" + form._id + "-" + field.id)}"]`)].some(open))
                .map((field) => "cannot be filled: " + field.id);
              // What fails while it is drawn would leave everything behind it undrawn, for good.
              const renderOn = () => window.renderers.forEach((renderer) => {
                renderer.debounceRendering = (draw) => queueMicrotask(() => {
                  try {
                    draw();
                  } catch (error) {
                    window.failures.push(error.message);
                    renderOn();
                  }
                });
              });
              const judge = async (group) => {
                window.failures.length = 0;
                renderOn();
                const shown = await Promise.all(group.map(async (schema) => {
                  const verdict = { text: "" };
                  try {
                    verdict.form = new window.FormJs({ container: place });
                    verdict.form.on("error", (event) => { verdict.text ||= "error: " + event.error; });
                    await verdict.form.importSchema(JSON.parse(schema), {});
                  } catch (error) {
                    verdict.text = String(error.message);
                  }
                  return verdict;
                }));
                await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60))));
                const failed = window.failures.join(" | ");
                const texts = shown.map(({ text, form }) => text || (form && unfillable(form)[0]) || "");
                shown.forEach(({ form }) => form?.destroy());
                if (failed && group.length > 1) {
                  const alone = [];
                  for (const schema of group) {
                    alone.push(...await judge([schema]));
                  }
                  return alone;
                }
                return texts.map((text) => text || failed);
              };
              const verdicts = [];
              for (let at = 0; at < schemas.length; at += 20) {
                verdicts.push(...await judge(schemas.slice(at, at + 20)));
              }
              return verdicts;
            }
            """;

    private static final String SHOW = """
            async ([schema, data]) => {
              window.shown?.destroy();
              window.shown = new window.FormJs({ container: document.querySelector("#place") });
              await window.shown.importSchema(JSON.parse(schema), JSON.parse(data));
            }
            """;

    private final BrowserContext context;
    private final Page page;

    FormJs(Browser browser) {
        context = browser.newContext(new Browser.NewContextOptions().setLocale("en-US"));
        page = context.newPage();
        page.setContent(
                "<!DOCTYPE html><html lang=ru><body><button id=complete>Завершить</button><div id=place></div>");
        for (String script : List.of(
                "lib/runtime.js", "lib/deps.js", "app/tasklist/scripts/texts.js", "app/tasklist/scripts/forms.js")) {
            page.addScriptTag(new Page.AddScriptTagOptions().setContent(text(WEBAPPS + script)));
        }
        page.evaluate(FIND);
        page.evaluate("() => document.querySelector('#complete').addEventListener('click', () => {"
                + " window.sent = JSON.parse(JSON.stringify(window.shown.submit())); })");
        slow(Integer.getInteger("browser.slow", 1));
    }

    /**
     * Makes the browser so many times slower than the machine is, as one of a school may be.
     *
     * @param times 1 for as fast as it is
     */
    void slow(int times) {
        JsonObject rate = new JsonObject();
        rate.addProperty("rate", times);
        context.newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
    }

    /** Clicks on «Завершить»; answers what the form gave at this very click: a value, {@code null} where it was empty or wrong. */
    Object completed(String key) {
        page.evaluate("() => { window.sent = undefined; }");
        page.locator("#complete").click();
        return page.evaluate(
                "(key) => Object.keys(window.sent.errors).length ? null : (window.sent.data[key] ?? null)", key);
    }

    Page page() {
        return page;
    }

    /** Why form-js refuses each of the forms, or which of their mandatory fields nobody can fill; empty where it can be done. */
    @SuppressWarnings("unchecked")
    List<String> verdicts(List<String> forms) {
        return (List<String>) page.evaluate(VERDICTS, forms);
    }

    /** Shows a form with values of a task. */
    void show(String form, String values) {
        page.evaluate(SHOW, List.of(form, values));
        page.locator("#place .fjs-form-field").first().waitFor();
    }

    /** The field that the form's file calls so. */
    Locator field(String id) {
        return page.locator("#place [id$='-" + id + "'], #place [id$='-" + id + "-date']");
    }

    /** What stands below the fields as wrong. */
    List<String> errors() {
        return page.locator("#place .fjs-form-field-error li").allInnerTexts();
    }

    /** What would be sent now: a value of the form, and how much is wrong. */
    Object submitted(String key) {
        return page.evaluate("(key) => window.shown.submit().data[key] ?? null", key);
    }

    /** How many fields keep the form from being sent. */
    int wrong() {
        return (Integer) page.evaluate("() => Object.keys(window.shown.submit().errors).length");
    }

    @Override
    public void close() {
        context.close();
    }

    private static String text(String resource) {
        try (InputStream script = FormJs.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
