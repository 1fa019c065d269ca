package org.mentoringroadmap.resilience;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged application in a process of its own, with the demo school, so that it can be killed like by a power cut. */
final class RunningJar implements AutoCloseable {
    private static final Path JAR = Path.of("target", "mentoring-roadmap.jar");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration MAX_START = Duration.ofMinutes(6);

    private final Process process;
    private final URI address;
    private volatile boolean killed;

    private RunningJar(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Unpacks the packaged application into a folder, from which it starts a fifth sooner than from the jar of jars. */
    static Application unpack(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        JAVA,
                        "-Djarmode=tools",
                        "-jar",
                        JAR.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The jar was not unpacked");
        }
        return new Application(folder.resolve(JAR.getFileName()));
    }

    /** An unpacked application, ready to be started any number of times. */
    record Application(Path jar) {
        /**
         * Starts on a free port with all its data under {@code home} and waits for its READY line.
         *
         * @param settings further settings as on a command line
         */
        RunningJar start(Path home, String... settings) throws IOException, InterruptedException {
            return RunningJar.start(jar, home, settings);
        }

        /** Starts and ends it that soon, which is most probably before it is ready. */
        void killDuringStart(Path home, int afterMillis) throws IOException, InterruptedException {
            Process process = launch(jar, home, home.resolve("application-" + System.nanoTime() + ".log"));
            TimeUnit.MILLISECONDS.sleep(afterMillis);
            process.destroyForcibly().waitFor();
        }
    }

    private static RunningJar start(Path jar, Path home, String... settings) throws IOException, InterruptedException {
        Path log = home.resolve("application-" + System.nanoTime() + ".log");
        Process process = launch(jar, home, log, settings);
        long end = System.nanoTime() + MAX_START.toNanos();
        while (System.nanoTime() < end) {
            Optional<String> ready = readyLine(log);
            if (ready.isPresent()) {
                return new RunningJar(process, URI.create(ready.get()));
            }
            if (process.waitFor(250, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("The application did not start:\n" + Files.readString(log));
    }

    private static Process launch(Path jar, Path home, Path log, String... settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                JAVA,
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString(),
                "--spring.profiles.active=demo",
                "--server.port=0", // a port that is free now may be taken when the application asks for it
                "--mentoring.home=" + home,
                "--mentoring.password-iterations=1000"));
        command.addAll(List.of(settings));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** Speaks with this application and knows when a broken connection is no wonder. */
    RestClient client() {
        return new RestClient(address, () -> killed);
    }

    /** Ends the process without giving it a chance, as {@code kill -9} does. */
    void kill() throws InterruptedException {
        killed = true;
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private static Optional<String> readyLine(Path log) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains("READY http"))
                    .map(line -> line.substring(line.indexOf("http")).strip())
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
