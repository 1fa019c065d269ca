package org.mentoringroadmap.platform.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.RETURNS_SELF;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentQuery;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.shared.SystemAuthority;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** A number that a school adds to a form is called what the form calls it, wherever a page, a table or a refusal names it. */
class FieldLabelsTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final SystemAuthority AT_ONCE = new SystemAuthority() {
        @Override
        public <T> T get(Supplier<T> work) {
            return work.get();
        }
    };
    private static final String FORM = """
            {"components": [
              {"type": "group", "label": "Люди", "components": [
                {"type": "number", "key": "graduates", "label": "%s"}]},
              {"type": "datetime", "key": "day", "dateLabel": "День '{0}' школы"},
              {"type": "textfield", "key": "workedOut", "label": "=if a then b else c"}]}
            """;

    private final RepositoryService repository = mock(RepositoryService.class);

    @Test
    void theLabelOfTheNewestFormNamesTheFigure() {
        MessageSource messages = deployed("Сколько выпускников пришло", "Пришло выпускников");

        assertThat(text(messages, "figure.graduates")).isEqualTo("Сколько выпускников пришло");
        assertThat(text(messages, "figure.day")).isEqualTo("День '{0}' школы");
        assertThat(messages.getMessage("figure.day", new Object[] {"x"}, RUSSIAN))
                .isEqualTo("День '{0}' школы");
        verify(repository, times(1)).getResourceAsStream("deployment-0", "school.form");
        verify(repository, times(0)).getResourceAsStream("deployment-0", "stage.bpmn");
    }

    @Test
    void aFieldThatNewerFormsHaveNoMoreKeepsItsLabel() {
        assertThat(text(deployed(null, "Пришло выпускников"), "figure.graduates"))
                .isEqualTo("Пришло выпускников");
    }

    @Test
    void aRefusalCallsItTheSame() {
        var field = new DefaultMessageSourceResolvable(new String[] {"figure.graduates"}, "graduates");

        assertThat(deployed("Пришло выпускников").getMessage("step.figure", new Object[] {field, "много"}, RUSSIAN))
                .contains("«Пришло выпускников»");
    }

    @Test
    void whatNoFormSaysIsCalledByItsName() {
        MessageSource messages = deployed("Пришло");

        assertThat(text(messages, "figure.workedOut")).isEqualTo("workedOut");
        assertThat(text(messages, "figure.inNoForm")).isEqualTo("inNoForm");
    }

    @Test
    void theProductsOwnWordsStay() {
        MessageSource messages = deployed("Пришло");

        assertThat(text(messages, "figure.learners")).isEqualTo("Обучено наставников");
        assertThatThrownBy(() -> text(messages, "no.such.text")).isInstanceOf(NoSuchMessageException.class);
    }

    private static String text(MessageSource messages, String code) {
        return messages.getMessage(code, null, RUSSIAN);
    }

    /** The newest deployment first; null stands for one without the form. */
    private MessageSource deployed(String... labels) {
        List<Deployment> deployments =
                IntStream.range(0, labels.length).mapToObj(this::deployment).toList();
        DeploymentQuery query = mock(DeploymentQuery.class, RETURNS_SELF);
        when(repository.createDeploymentQuery()).thenReturn(query);
        when(query.list()).thenReturn(deployments);
        when(repository.getDeploymentResourceNames(anyString()))
                .thenAnswer(asked -> labels[number(asked.getArgument(0))] == null
                        ? List.of("stage.bpmn")
                        : List.of("stage.bpmn", "school.form"));
        when(repository.getResourceAsStream(anyString(), any()))
                .thenAnswer(asked -> new ByteArrayInputStream(
                        FORM.formatted(labels[number(asked.getArgument(0))]).getBytes(StandardCharsets.UTF_8)));
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasenames("messages/figure", "messages/activity");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        new FieldLabels(repository, AT_ONCE, bundles);
        return bundles;
    }

    private Deployment deployment(int number) {
        Deployment deployment = mock(Deployment.class);
        when(deployment.getId()).thenReturn("deployment-" + number);
        return deployment;
    }

    private static int number(String deployment) {
        return Integer.parseInt(deployment.substring(deployment.indexOf('-') + 1));
    }
}
