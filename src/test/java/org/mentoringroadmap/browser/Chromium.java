package org.mentoringroadmap.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test the machine's own Chromium. Nothing is downloaded; without a browser the test does not run. */
class Chromium implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, ParameterResolver {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final List<String> ARGUMENTS = List.of(
            "--lang=ru",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check");
    private static final Path SKIPPED = Path.of("target", "browser-tests-skipped");
    private static final String MESSAGE =
            "BROWSER TESTS WERE SKIPPED: neither " + String.join(", ", NAMES) + " is on this machine";

    private Playwright playwright;
    private Browser browser;

    /** Decides before the application starts, which would be in vain. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (find().isPresent()) {
            return ConditionEvaluationResult.enabled("a browser is there");
        }
        try {
            // The build's last step prints this file.
            Files.createDirectories(SKIPPED.getParent());
            Files.writeString(SKIPPED, MESSAGE + System.lineSeparator());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return ConditionEvaluationResult.disabled(MESSAGE);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Files.deleteIfExists(SKIPPED);
        playwright = Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(ARGUMENTS)
                        .setTimeout(120_000));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return browser;
    }

    private static Optional<Path> find() {
        Stream<String> folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                Stream.of("/usr/bin", "/snap/bin"));
        return folders.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
