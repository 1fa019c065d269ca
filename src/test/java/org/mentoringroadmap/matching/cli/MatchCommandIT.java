package org.mentoringroadmap.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged application as the README tells to call it. */
class MatchCommandIT {
    private static final Path JAR = Path.of("target", "mentoring-roadmap.jar");

    @TempDir
    private Path folder;

    @Test
    void matchesWithoutStartingTheApplication() throws Exception {
        write("mentors.csv", "mentor,capacity\nt1,1\n");
        write("pairs.csv", "mentee,mentor,score\nm1,t1,0.25\nm2,t1,0.5\n");

        assertThat(run()).isZero();
        assertThat(read("out.txt")).matches("matched=1 total=0\\.5 optimal=true ms=\\d+\\R");
        assertThat(read("err.txt")).isEmpty();
        assertThat(read("result.csv")).isEqualTo("mentee,mentor,score\nm1,,\nm2,t1,0.5\n");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void badInputIsToldInRussianWhateverTheLocale() throws Exception {
        write("mentors.csv", "mentor,capacity\nt1,1\n");
        write("pairs.csv", "mentee,mentor,score\nm1,t1,2\n");

        assertThat(run()).isEqualTo(2);
        assertThat(read("err.txt")).contains("строка 2: Оценка пары «m1» — «t1» вне границ от 0 до 1: 2.0.");
        assertThat(read("out.txt")).isEmpty();
        assertThat(folder.resolve("result.csv")).doesNotExist();
    }

    private int run() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toAbsolutePath().toString(),
                        "match",
                        "--pairs",
                        "pairs.csv",
                        "--mentors",
                        "mentors.csv",
                        "--out",
                        "result.csv")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        command.environment().put("LC_ALL", "C");
        Process process = command.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    }
}
