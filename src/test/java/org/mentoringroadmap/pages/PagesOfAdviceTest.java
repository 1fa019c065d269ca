package org.mentoringroadmap.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who does a task is not sent to a page that only an administrator opens, unless the text says whose page it is. */
class PagesOfAdviceTest {
    private static final Pattern TEXT =
            Pattern.compile("<bpmn:documentation>(.*?)</bpmn:documentation>", Pattern.DOTALL);
    private static final List<String> OF_ADMINISTRATORS =
            List.of("«Шаблоны Word»", "«Виды документов»", "«Сбои»", "«Модели»", "«Состояние системы»", "Cockpit");

    @Test
    void aTaskSendsNobodyToAPageOfAdministrators() throws IOException {
        try (Stream<Path> models = Files.walk(Path.of("processes"))) {
            for (Path model :
                    models.filter(path -> path.toString().endsWith(".bpmn")).toList()) {
                Matcher text = TEXT.matcher(Files.readString(model));
                while (text.find()) {
                    String advice = text.group(1);
                    boolean ofABlock = advice.startsWith("Блок «"); // read by who draws models
                    if (!ofABlock && OF_ADMINISTRATORS.stream().anyMatch(advice::contains)) {
                        assertThat(advice).as(model.toString()).containsIgnoringCase("администратор");
                    }
                }
            }
        }
    }
}
