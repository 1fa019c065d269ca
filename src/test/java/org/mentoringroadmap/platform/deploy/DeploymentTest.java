package org.mentoringroadmap.platform.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.roadmap.check.BrokenModel;
import org.mentoringroadmap.roadmap.check.ModelChecker;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.ModelProblem;
import org.mentoringroadmap.roadmap.check.SampleModels;
import org.mentoringroadmap.roadmap.language.Expressions;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What an administrator deploys from Modeler beside what the application ships; the shipped files are copies. */
@ApplicationTest
@DirtiesContext
class DeploymentTest {
    private static final String STAGE = "target-model-1-conditions";
    private static final String MODELER = "Camunda Modeler";
    private static final Path SHIPPED = copyOfWhatIsShipped();
    private static LocalDateTime lastDeployment;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ShippedModels shippedModels;

    @Autowired
    private DeployedContext context;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TestSchools schools;

    @DynamicPropertySource
    static void shipCopies(DynamicPropertyRegistry registry) {
        registry.add("mentoring.deployment.resources", () -> List.of(SHIPPED.toUri() + "*.*"));
    }

    @BeforeEach
    void deploySampleOnce() {
        if (version("sample-roadmap") == 0) {
            List<ModelFile> sample = new ArrayList<>(SampleModels.good());
            sample.add(ModelFile.of(
                    "sample-roadmap-2-mentees.bpmn",
                    shipped("target-model-2-mentees.bpmn")
                            .replace("target-model-2-mentees", "sample-roadmap-2-mentees")));
            deploy(MODELER, sample);
        }
    }

    static Stream<BrokenModel> breaches() {
        return BrokenModel.all();
    }

    static Stream<BrokenModel> firstBreaches() {
        return BrokenModel.firstOfEachRule();
    }

    /** The engine passes each file to the checker, which {@code ModelCheckerTest} tries with every breach. */
    @ParameterizedTest
    @MethodSource("firstBreaches")
    void aBreachIsRefusedWithEverythingThatIsWrong(BrokenModel breach) {
        isRefusedWithEverythingThatIsWrong(breach);
    }

    @ParameterizedTest
    @MethodSource("breaches")
    @Tag("long")
    void everyBreachIsRefusedWithEverythingThatIsWrong(BrokenModel breach) {
        isRefusedWithEverythingThatIsWrong(breach);
    }

    private void isRefusedWithEverythingThatIsWrong(BrokenModel breach) {
        List<ModelProblem> problems = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(command -> new ModelChecker().check(breach.deployment(), context));
        assertThat(problems).extracting(ModelProblem::rule).contains(breach.rule());
        long before = repository.createDeploymentQuery().count();

        Throwable answer = catchThrowable(() -> deploy(MODELER, breach.deployment()));

        assertThat(answer).isInstanceOf(NotValidException.class);
        assertThat(bareNames(answer.getMessage()))
                .contains(problems.stream()
                        .map(problem -> bareNames(problem.text()))
                        .toList());
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(version("sample-roadmap")).isOne();
        assertThat(version("sample-roadmap-1-conditions")).isOne();
    }

    /** What expressions may ask is there, and can be asked. */
    @Test
    void everythingThatExpressionsMayAskExists() {
        Expressions.READS.forEach((name, methods) -> methods.forEach(method -> assertThat(
                        catchThrowable(() -> beans.getBean(name).getClass().getMethod(method, DelegateExecution.class)))
                .as("%s.%s", name, method)
                .isNull()));
        assertThat(context.beanExists("recordOutcome")).isTrue();
        assertThat(context.beanExists("dataSource")).isFalse();
        assertThat(context.isTaken("dataSource")).isTrue();
    }

    @Test
    void whatRunsStaysAfterARefusal() {
        int running = version(STAGE);
        String broken = newest(STAGE)
                .replace("calledElement=\"forms-choice\"", "calledElement=\"no-such-block\"")
                .replace("${prepareProgrammeCards}", "${noSuchBean}");

        Throwable answer = catchThrowable(() -> deploy(MODELER, List.of(ModelFile.of(STAGE + ".bpmn", broken))));

        assertThat(answer)
                .isInstanceOf(NotValidException.class)
                .hasMessageContaining("no-such-block")
                .hasMessageContaining("noSuchBean");
        assertThat(version(STAGE)).isEqualTo(running);
        TestSchool school = schools.create(Role.CURATOR);
        assertThat(school.tasks(school.start("target-model", "2025-2026"))).hasSize(24);
    }

    @Test
    void whatAnAdministratorDeployedStaysAndKeepsItsForms() throws IOException {
        String name = "Выбор форм наставничества на год";
        deploy(
                MODELER,
                List.of(ModelFile.of(
                        STAGE + ".bpmn", newest(STAGE).replace("Выбор форм и программ наставничества", name))));
        int deployed = version(STAGE);
        int event = version("event");
        assertThat(deployed).isGreaterThan(1);
        keepsItsForms(name);
        ship("event.bpmn", shipped("event.bpmn").replace("Мероприятие состоится?", "Событие состоится?"));
        ship(STAGE + ".bpmn", shipped(STAGE + ".bpmn").replace("Материалы изучены", "Всё изучено"));

        deployShipped();

        assertThat(version(STAGE)).isEqualTo(deployed);
        assertThat(newest(STAGE)).contains(name);
        assertThat(source(STAGE)).isEqualTo(MODELER);
        assertThat(version("event")).isEqualTo(event + 1);
        assertThat(newest("event")).contains("Событие состоится?");
        assertThat(shippedModels.heldBack()).contains(STAGE + ".bpmn").doesNotContain("event.bpmn", "activity.bpmn");
        keepsItsForms(name);
        long deployments = repository.createDeploymentQuery().count();
        deployShipped();
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(deployments);
    }

    @Test
    void aFormDeployedAloneShowsInOpenTasksAndStays() throws IOException {
        TestSchool school = schools.create(Role.CURATOR);
        String programme = school.start("target-model", "2025-2026");
        String form = "event-plan.form";
        deploy(MODELER, List.of(ModelFile.of(form, shipped(form).replace("Да, назначаю", "Назначаю"))));
        ship(form, shipped(form).replace("Да, назначаю", "Да"));

        deployShipped();

        Task task = task(school, programme, "Task_PlanEvent");
        assertThat(form(task)).contains("\"Назначаю\"");
        assertThat(shippedModels.heldBack()).contains(form);
    }

    /** Each is sound by itself, and would stop the task of whoever has begun with the one before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"textarea\" > \"textfield\"",
                "\"maxLength\": 2000 > \"maxLength\": 2000,\"required\": true",
            })
    void anOpenTaskIsCompletedAsItWasOpened(String change) throws IOException {
        String file = "document-check.form";
        String[] edit = change.split(" > ");
        String changed = compact(shipped(file)).replace(compact(edit[0]), compact(edit[1]));
        assertThat(changed).isNotEqualTo(compact(shipped(file)));
        deploy(MODELER, List.of(ModelFile.of(file, shipped(file))));
        TestSchool school = schools.create(Role.CURATOR);
        Task task = task(school, school.start("target-model", "2025-2026"), "Task_CheckDraft");
        TestClock.moveTo(TestClock.now().plusMinutes(1));

        deploy(MODELER, List.of(ModelFile.of(file, changed)));

        assertThat(form(task)).isEqualTo(shipped(file));
        TestSchool next = schools.create(Role.CURATOR);
        assertThat(form(task(next, next.start("target-model", "2025-2026"), "Task_CheckDraft")))
                .isEqualTo(changed);
        school.as(Role.CURATOR, () -> {
            engine.getFormService().submitTaskForm(task.getId(), Map.of("outcome", "not-held", "note", "не нужно"));
            return null;
        });
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .count())
                .isZero();
    }

    @Test
    void correctedWordsReachTheTasksThatAreOpen() throws IOException {
        String file = "document-check.form";
        deploy(MODELER, List.of(ModelFile.of(file, shipped(file))));
        TestSchool school = schools.create(Role.CURATOR);
        Task task = task(school, school.start("target-model", "2025-2026"), "Task_CheckDraft");
        TestClock.moveTo(TestClock.now().plusMinutes(1));

        deploy(MODELER, List.of(ModelFile.of(file, shipped(file).replace("Что с документом?", "Что с проектом?"))));
        assertThat(form(task)).contains("Что с проектом?");

        deploy(MODELER, List.of(ModelFile.of(file, shipped(file).replace("\"textarea\"", "\"textfield\""))));
        assertThat(form(task)).contains("Что с проектом?").contains("\"textarea\"");
    }

    /** Whatever it is called and wherever it stands: what a task cannot end without is asked for. */
    @ParameterizedTest
    @CsvSource({"document-check.form, outcome", "document-approve.form, decision", "document-register.form, number"})
    void aFormWithoutAFieldThatMustBeGivenIsRefused(String file, String field) throws IOException {
        String without = shipped(file).replace("\"key\": \"" + field + "\"", "\"key\": \"link\"");

        assertThat(catchThrowable(() -> deploy(MODELER, List.of(ModelFile.of(file, without)))))
                .isInstanceOf(NotValidException.class)
                .hasMessageContaining(file + ": в форме нет поля «" + field + "», а без него");
    }

    private static String compact(String json) {
        return json.replaceAll("\\s*\\n\\s*", "").replace("\": ", "\":");
    }

    /** The engine hands the files over in an order of its own, so either of two with one name may be the wrong one. */
    private static String bareNames(String text) {
        return text.replace("other-folder/", "");
    }

    /** Every task of the stage as it was deployed alone answers with its form, also behind the choice. */
    private void keepsItsForms(String name) throws IOException {
        TestSchool school = schools.create(Role.CURATOR);
        String programme = school.start("target-model", "2025-2026");
        Map<String, Object> notHeld = Map.of("outcome", "not-held", "note", "не нужно");
        for (String key : List.of("Task_CheckDraft", "Task_PlanEvent")) {
            assertThat(form(task(school, programme, key))).contains("\"outcome\"");
        }
        while (school.tasks(programme).stream().noneMatch(task -> task.getName().endsWith(name))) {
            school.tasks(programme).forEach(task -> school.complete(Role.CURATOR, task, notHeld));
        }
        assertThat(form(task(school, programme, "Task_ChooseForms"))).contains("\"mentoringForms\"");
    }

    private String form(Task task) throws IOException {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Task task(TestSchool school, String programme, String key) {
        return school.tasks(programme).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** Which file is the newest one is told by the time of its deployment, so no two are deployed at one moment. */
    private static void later() {
        lastDeployment = (lastDeployment == null ? TestClock.now() : lastDeployment).plusMinutes(1);
        TestClock.moveTo(lastDeployment);
    }

    private void deployShipped() {
        later();
        shippedModels.deploy(null);
    }

    private void deploy(String source, Collection<ModelFile> files) {
        later();
        DeploymentBuilder deployment =
                repository.createDeployment().name("by hand").source(source);
        files.forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.bytes())));
        deployment.deploy();
    }

    private ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private int version(String key) {
        ProcessDefinition latest = latest(key);
        return latest == null ? 0 : latest.getVersion();
    }

    private String source(String key) {
        return repository
                .createDeploymentQuery()
                .deploymentId(latest(key).getDeploymentId())
                .singleResult()
                .getSource();
    }

    private String newest(String key) {
        try (InputStream model = repository.getProcessModel(latest(key).getId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String shipped(String name) {
        try {
            return Files.readString(SHIPPED.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void ship(String name, String content) throws IOException {
        Files.writeString(SHIPPED.resolve(name), content);
    }

    private static Path copyOfWhatIsShipped() {
        try {
            Path copy = Files.createTempDirectory("shipped");
            for (String folder : List.of("processes", "forms")) {
                try (Stream<Path> files = Files.walk(Path.of(folder))) {
                    for (Path file : files.filter(path -> path.toString().matches(".*\\.(bpmn|dmn|form)"))
                            .toList()) {
                        Files.copy(file, copy.resolve(file.getFileName()));
                    }
                }
            }
            return copy;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
