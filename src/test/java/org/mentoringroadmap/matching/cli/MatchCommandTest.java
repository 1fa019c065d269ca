package org.mentoringroadmap.matching.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void mentors() throws IOException {
        write("mentors.csv", "mentor,capacity\nt1,1\nt2,1\n");
    }

    @Test
    void writesTheBestPairsAndThoseLeftOver() throws IOException {
        write("pairs.csv", "mentee,mentor,score\nm3,t1,0.1\nm1,t1,0.9\nm1,t2,0.86\nm2,t1,0.8\nm2,t2,0.3\n");

        assertThat(run()).isZero();
        assertThat(result()).isEqualTo("mentee,mentor,score\nm3,,\nm1,t2,0.86\nm2,t1,0.8\n");
        assertThat(out()).matches("matched=2 total=1\\.66 optimal=true ms=\\d+\\R");
        assertThat(err()).isEmpty();
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        write("pairs.csv", "\uFEFFmentee,mentor,score\r\n\"Ж, 7\" , t1,1\r\n\r\n\"a\"\"b\",t2,1e-1\r\n");

        assertThat(run("--salt=7")).isZero();
        assertThat(result()).isEqualTo("mentee,mentor,score\n\"Ж, 7\",t1,1\n\"a\"\"b\",t2,0.1\n");
        assertThat(out()).startsWith("matched=2 total=1.1 optimal=true");
    }

    @Test
    void nobodyCanBeMatched() throws IOException {
        write("mentors.csv", "mentor,capacity\nt1,0\n");
        write("pairs.csv", "mentee,mentor,score\nm1,t1,0.5\n");

        assertThat(run()).isZero();
        assertThat(result()).isEqualTo("mentee,mentor,score\nm1,,\n");
        assertThat(out()).startsWith("matched=0 total=0 optimal=true");
    }

    @Test
    void noPairsAtAllAreAnAnswerToo() throws IOException {
        write("pairs.csv", "mentee,mentor,score\n");

        assertThat(run()).isZero();
        assertThat(result()).isEqualTo("mentee,mentor,score\n");
    }

    @Test
    void tellsEveryFaultWithItsRowAndWritesNothing() throws IOException {
        write("mentors.csv", "mentor,capacity\nt1,-1\nt2,two\nt2,1\n");
        write("pairs.csv", """
                mentee,mentor,score
                m1,t1,1.5

                m1,t2,NaN
                m1,t9,0.5
                m1,t2
                ,t1,0.5
                m2,t1,0.5
                m2,t1,0.5
                """);

        assertThat(run()).isEqualTo(2);
        assertThat(err().lines().map(line -> line.substring(line.lastIndexOf('/') + 1)))
                .containsExactly(
                        "mentors.csv, строка 2: Вместимость наставника «t1» меньше нуля: -1. Укажите 0, 1, 2…",
                        "mentors.csv, строка 3: Вместимость «two» — не целое число. Укажите 0, 1, 2…",
                        "mentors.csv, строка 4: Наставник «t2» указан второй раз. Оставьте одну строку.",
                        "pairs.csv, строка 2: Оценка пары «m1» — «t1» вне границ от 0 до 1: 1.5.",
                        "pairs.csv, строка 4: Оценка «NaN» — не число. Укажите число от 0 до 1 с точкой.",
                        "pairs.csv, строка 5: Наставника «t9» нет в файле наставников.",
                        "pairs.csv, строка 6: Полей в строке 2, а нужно 3.",
                        "pairs.csv, строка 7: Не указан наставляемый или наставник.");
        assertThat(folder.resolve("result.csv")).doesNotExist();
        assertThat(out()).isEmpty();
    }

    @Test
    void tellsTheSecondOfTwoEqualPairs() throws IOException {
        write("pairs.csv", "mentee,mentor,score\nm1,t1,0.5\nm2,t1,0.5\n\nm1,t1,0.5\n");

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("строка 5: Пара «m1» — «t1» указана второй раз");
    }

    @Test
    void tellsManyFaultsBriefly() throws IOException {
        write("pairs.csv", "mentee,mentor,score\n" + "m,t1,x\n".repeat(30));

        assertThat(run()).isEqualTo(2);
        assertThat(err().lines()).hasSize(21).last().isEqualTo("…и ещё ошибок: 10.");
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b,c\nm1,t1,1\n',строка 1: Первая строка должна быть: mentee,mentor,score",
        "'',Файл пуст",
        "'mentee,mentor,score\nm1,\"t1,1\n',строка 2: Кавычки",
    })
    void tellsAWrongShape(String pairs, String told) throws IOException {
        write("pairs.csv", pairs);

        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains(told);
    }

    @Test
    void tellsAnotherEncodingAndAMissingFile() throws IOException {
        Files.write(
                folder.resolve("pairs.csv"), "mentee,mentor,score\nЖ,t1,1\n".getBytes(Charset.forName("windows-1251")));
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("не в кодировке UTF-8");

        Files.delete(folder.resolve("pairs.csv"));
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("Файл не читается");
    }

    @ParameterizedTest
    @CsvSource({
        "--pairs a.csv,Не указан параметр --mentors",
        "--pairs a.csv --pairs b.csv,Параметр указан дважды: --pairs",
        "--pears a.csv,Параметр не понят: --pears",
        "--pairs a.csv --mentors b.csv --out,Параметр не понят: --out",
        "--pairs a.csv --mentors b.csv --out c.csv --salt x,Параметр не понят",
    })
    void tellsHowToCallIt(String arguments, String told) {
        assertThat(MatchCommand.run(List.of(arguments.split(" ")), stream(out), stream(err)))
                .isEqualTo(2);
        assertThat(err()).contains(told).contains("Запуск:");
    }

    @Test
    void tellsThatTheResultCannotBeWritten() throws IOException {
        write("pairs.csv", "mentee,mentor,score\nm1,t1,1\n");

        assertThat(MatchCommand.run(arguments("no/such/folder/result.csv"), stream(out), stream(err)))
                .isEqualTo(1);
        assertThat(err()).contains("Не удалось записать результат");
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(arguments("result.csv"));
        arguments.addAll(List.of(more));
        return MatchCommand.run(arguments, stream(out), stream(err));
    }

    private List<String> arguments(String result) {
        return List.of(
                "--pairs",
                folder.resolve("pairs.csv").toString(),
                "--mentors",
                folder.resolve("mentors.csv").toString(),
                "--out",
                folder.resolve(result).toString());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String result() throws IOException {
        return Files.readString(folder.resolve("result.csv"));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
