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
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * Gives a test the machine's own Chromium, one for all classes of a JVM: what a class leaves behind is in contexts, which
 * each visitor opens and closes. Nothing is downloaded; without a browser the test does not run.
 */
class Chromium
        implements ExecutionCondition,
                BeforeAllCallback,
                BeforeEachCallback,
                TestExecutionExceptionHandler,
                ParameterResolver {
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

    private static Browser browser;

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
        if (browser == null || !browser.isConnected()) {
            browser = launch();
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        Visitor.takeLastSeen();
    }

    /** Says of a failed test where its visitors were. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        List<String> seen = Visitor.takeLastSeen();
        throw seen.isEmpty()
                ? failure
                : new AssertionError(failure.getMessage() + "\n" + String.join("\n", seen), failure);
    }

    private static Browser launch() {
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        // The driver and its browser are processes of their own, and are not to outlive this one.
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(ARGUMENTS)
                        .setTimeout(120_000));
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
