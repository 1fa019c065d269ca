package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.roadmap.check.ModelFile;
import org.mentoringroadmap.roadmap.check.SampleModels;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.RunningProgramme;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whoever deploys cannot run code on the server: what the engine would obey is refused with the element's label. Who deploys
 * at all is decided by a role of its own. And what was stored before there was a check is refused by the engine when it
 * comes to it.
 */
@RunningApplicationTest
class ModelCodeTest {
    private static final String REST = "/engine-rest";
    private static final String ACTIVITY = "activity.bpmn";
    private static final String POLICY = "matching-policy.dmn";

    private static final String FLOW = "<sequenceFlow id=\"flow\" sourceRef=\"start\" targetRef=\"task\" />";

    private static volatile boolean ran;

    @TempDir
    private Path folder;

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private JdbcTemplate sql;

    private Path mark;

    @BeforeEach
    void nothingRanYet() {
        mark = folder.resolve("mark");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            input; <camunda:inputOutput><camunda:inputParameter name="x">${CODE}</camunda:inputParameter></camunda:inputOutput>
            output; <camunda:inputOutput><camunda:outputParameter name="x">${CODE}</camunda:outputParameter></camunda:inputOutput>
            script; <camunda:taskListener event="create"><camunda:script scriptFormat="juel">${CODE}</camunda:script></camunda:taskListener>
            listener; <camunda:taskListener event="create" expression="${CODE}" />
            class; <camunda:taskListener event="create" class="java.io.File" />
            activiti; <activiti:taskListener xmlns:activiti="http://activiti.org/bpmn" event="create" expression="${CODE}" />
            activiti script; <activiti:executionListener xmlns:activiti="http://activiti.org/bpmn" event="start"><activiti:script scriptFormat="juel">${CODE}</activiti:script></activiti:executionListener>
            fox; <fox:failedJobRetryTimeCycle xmlns:fox="http://www.camunda.com/fox">${CODE}</fox:failedJobRetryTimeCycle>
            """)
    void aTaskRunsNoCode(String way, String element) throws IOException {
        String model = shipped("processes/blocks/" + ACTIVITY);
        String broken = model.replaceFirst(
                "(?s)(<bpmn:userTask id=\"Task_RecordOutcome\".*?<bpmn:extensionElements>)",
                "$1" + Matcher.quoteReplacement(element.replace("CODE", code())));

        assertRefused(ACTIVITY, model, broken, "(Task_RecordOutcome)", "${title}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            <bpmn:documentation>${guide}; <bpmn:documentation>${guide} ${''.getClass().forName('java.lang.System').getMethod('getProperty',''.getClass()).invoke(null,'user.dir')}
            camunda:candidateGroups="${responsible}"; camunda:candidateGroups="${identityService.createUserQuery().list()}"
            camunda:candidateGroups="${responsible}"; camunda:candidateGroups="${systemEnvironment}"
            camunda:dueDate="${due}"; camunda:dueDate="${execution.processEngineServices}"
            """)
    void aTaskAsksForNothingElse(String search, String replacement) throws IOException {
        String model = shipped("processes/blocks/" + ACTIVITY);

        assertRefused(ACTIVITY, model, model.replace(search, replacement), "(Task_RecordOutcome)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            id="InputExpression_Rule" typeRef="string"> <text>rule; id="InputExpression_Rule" typeRef="string" expressionLanguage="juel"> <text>${CODE ? rule : rule}; «Правило» (InputExpression_Rule)
            id="InputExpression_Rule" typeRef="string"> <text>rule; id="InputExpression_Rule" typeRef="string"> <text>rule.getClass().forName("java.io.File"); «Правило» (InputExpression_Rule)
            id="LiteralExpression_FormKind"> <text>"hard"; id="LiteralExpression_FormKind" expressionLanguage="juel"> <text>${CODE}; «Вид» (LiteralExpression_FormKind)
            id="UnaryTests_Form"> <text>"FORM"; id="UnaryTests_Form" expressionLanguage="javascript"> <text>CODE; «Правило» (UnaryTests_Form)
            """)
    void aTableRunsNoCode(String search, String replacement, String label) throws IOException {
        String table = shipped("processes/decisions/" + POLICY).replaceAll(">\\s+<text>", "> <text>");

        assertRefused(POLICY, table, table.replace(search, replacement.replace("CODE", code())), label);
    }

    private void assertRefused(String file, String model, String broken, String... labels) {
        assertThat(broken).isNotEqualTo(model);
        int before = deployments();

        Caller.Answer answer = callers.administrator().deploy("code", Map.of(file, broken));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.message()).contains(file).contains(labels);
        assertThat(deployments()).isEqualTo(before);
        assertThat(mark).doesNotExist();
    }

    /** An administrator of the installation gives roles; to change models is another one. */
    @Test
    void onlyAdministratorsOfModelsDeploy() {
        TestSchool school = schools.create(Role.CURATOR, Role.DIRECTOR, Role.MODEL_ADMINISTRATOR);
        String second = "administrator-of-" + school.id();
        accounts.create(second, "Примеров Пример", TestSchool.PASSWORD, school.id());
        accounts.assign(second, Set.of(Role.ADMINISTRATOR));
        accounts.keepPassword(second);
        Map<String, String> form = SampleModels.good().stream()
                .filter(file -> file.name().endsWith(".form"))
                .collect(Collectors.toMap(ModelFile::name, file -> new String(file.bytes(), StandardCharsets.UTF_8)));
        try {
            Caller administrator = callers.basic(second, TestSchool.PASSWORD);
            // Even with a right that administrators may give in the engine itself.
            administrator.post(
                    REST + "/authorization/create",
                    "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"" + second
                            + "\",\"resourceType\":9,\"resourceId\":\"*\"}");
            assertThat(administrator
                            .put(REST + "/group/model-administrator/members/" + second, "")
                            .status())
                    .isEqualTo(403);
            for (Caller caller :
                    List.of(administrator, callers.basic(school, Role.CURATOR), callers.basic(school, Role.DIRECTOR))) {
                assertThat(caller.deploy("form", form).status()).isEqualTo(403);
            }

            Caller.Answer answer =
                    callers.basic(school, Role.MODEL_ADMINISTRATOR).deploy("form", form);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            String deployment = REST + "/deployment/" + answer.json().path("id").asText();
            assertThat(administrator.delete(deployment).status()).isEqualTo(403);
            assertThat(administrator.get(deployment).status()).isEqualTo(200);
            assertThat(callers.basic(school, Role.MODEL_ADMINISTRATOR)
                            .get(REST + "/user")
                            .json())
                    .hasSize(1);
            assertThat(callers.basic(school, Role.MODEL_ADMINISTRATOR)
                            .delete(deployment)
                            .status())
                    .isEqualTo(204);
        } finally {
            accounts.disable(second);
        }
    }

    /** A model that was stored before there was a check: its file is exchanged under the feet of the engine. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            input; <extensionElements><camunda:inputOutput><camunda:inputParameter name="x">${CODE}</camunda:inputParameter></camunda:inputOutput></extensionElements>
            documentation; <documentation>${CODE}</documentation>
            bean; <documentation>${systemEnvironment}</documentation>
            property; <documentation>${execution.processEngineServices}</documentation>
            function; <documentation>${JSON('1')}</documentation>
            script; <extensionElements><camunda:executionListener event="start"><camunda:script scriptFormat="juel">${CODE}</camunda:script></camunda:executionListener></extensionElements>
            feel script; <extensionElements><camunda:executionListener event="start"><camunda:script scriptFormat="feel">1</camunda:script></camunda:executionListener></extensionElements>
            listener; <extensionElements><camunda:executionListener event="start" expression="${CODE}" /></extensionElements>
            class; <extensionElements><camunda:executionListener event="start" class="org.mentoringroadmap.security.ModelCodeTest$Listener" /></extensionElements>
            activiti; <extensionElements><activiti:executionListener xmlns:activiti="http://activiti.org/bpmn" event="start" expression="${CODE}" /></extensionElements>
            """)
    void aStoredModelRunsNoCodeEither(String way, String element) throws IOException {
        Throwable failure = catchThrowable(() -> startStored(way, withTask(element.replace("CODE", code()))));

        assertThat(failure).isInstanceOf(ProcessEngineException.class);
        assertThat(failure.getMessage()).doesNotContain("PATH", "jdbc:");
        assertThat(mark).doesNotExist();
        assertThat(ran).isFalse();
    }

    /** Made while the engine reads the model, before anybody starts it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ';', textBlock = """
            start; <startEvent id="start" camunda:formHandlerClass="CLASS" />; <userTask id="task" />
            task; <startEvent id="start" />; <userTask id="task" camunda:formHandlerClass="CLASS" />
            other namespace; <startEvent id="start" />; <userTask id="task" xmlns:a="http://activiti.org/bpmn" a:formHandlerClass="CLASS" />
            validator; <startEvent id="start" />; <userTask id="task"><extensionElements><camunda:formData><camunda:formField id="x" type="string"><camunda:validation><camunda:constraint name="validator" config="CLASS" /></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>
            """)
    void aStoredModelNamesNoClass(String way, String start, String task) throws IOException {
        Throwable failure =
                catchThrowable(() -> startStored(way, (start + FLOW + task).replace("CLASS", Made.class.getName())));

        assertThat(failure)
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Classes are not made for models");
        assertThat(ran).isFalse();
    }

    /** Otherwise the refusals above would say nothing. */
    @Test
    void aStoredModelWithoutCodeRuns() throws IOException {
        String description = startStored(
                "harmless",
                withTask("<documentation>${execution.processBusinessKey == null ? 'нет' : 'да'}</documentation>"));

        assertThat(description).isEqualTo("да");
    }

    private static String withTask(String element) {
        return "<startEvent id=\"start\" />" + FLOW + "<userTask id=\"task\">" + element + "</userTask>";
    }

    /** Answers what is to be done in the task. */
    private String startStored(String way, String elements) throws IOException {
        Caller administrator = callers.administrator();
        String key = "stored-" + way.replace(' ', '-');
        String model = shipped("processes/blocks/" + ACTIVITY).replace("\"activity\"", "\"" + key + "\"");
        Caller.Answer deployed = administrator.deploy(key, Map.of(key + ".bpmn", model));
        assertThat(deployed.status()).as(deployed.text()).isEqualTo(200);
        try {
            String stored = """
                    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" \
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
                    <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    %s</process></definitions>""".formatted(key, elements);
            assertThat(sql.update(
                            "update act_ge_bytearray set bytes_ = ? where name_ = ?",
                            stored.getBytes(StandardCharsets.UTF_8),
                            key + ".bpmn"))
                    .isOne();
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getDeploymentCache()
                    .discardProcessDefinitionCache();
            TestSchool school = schools.create(Role.CURATOR);
            return school.as("somebody", List.of(Role.ADMINISTRATOR.id()), () -> {
                engine.getRuntimeService().startProcessInstanceByKey(key, "1", Map.of("schoolId", school.id()));
                return engine.getTaskService()
                        .createTaskQuery()
                        .processDefinitionKey(key)
                        .singleResult()
                        .getDescription();
            });
        } finally {
            administrator.delete(
                    REST + "/deployment/" + deployed.json().path("id").asText() + "?cascade=true");
        }
    }

    /** Tells that it was made. */
    public static final class Made {
        public Made() {
            ran = true;
        }
    }

    /** What a model of old may name. */
    public static final class Listener implements ExecutionListener {
        @Override
        public void notify(DelegateExecution execution) {
            ran = true;
        }
    }

    /** A stored list of Tasklist is computed whenever it is opened, and an asked one never. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression",
                "candidateGroupsExpression",
                "dueBeforeExpression",
                "processInstanceBusinessKeyExpression"
            })
    void aListOfTasksRunsNoCode(String criterion) {
        Caller administrator = callers.administrator();
        String query = "{\"" + criterion + "\":\"${" + code() + "}\"}";

        Caller.Answer stored = administrator.post(
                REST + "/filter/create",
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + query + ",\"properties\":{}}");
        assertThat(stored.status()).as(stored.text()).isEqualTo(200);
        String filter = REST + "/filter/" + stored.json().path("id").asText();

        assertThat(administrator.get(filter + "/list").status()).isGreaterThanOrEqualTo(400);
        assertThat(administrator.post(REST + "/task", query).status()).isBetween(400, 499);
        assertThat(mark).doesNotExist();
        administrator.delete(filter);
    }

    /** What Tasklist suggests to whoever makes a list goes on. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            assigneeExpression; ${currentUser()}
            candidateGroupsExpression; ${currentUserGroups()}
            dueBeforeExpression; ${now()}
            dueBeforeExpression; ${dateTime().plusDays(2).withTime(23, 59, 59, 0)}
            """)
    void aListOfTasksKnowsWhoAsksAndWhen(String criterion, String expression) {
        Caller administrator = callers.administrator();
        String filter = REST + "/filter/"
                + administrator
                        .post(
                                REST + "/filter/create",
                                "{\"resourceType\":\"Task\",\"name\":\"x\",\"properties\":{},\"query\":{\"" + criterion
                                        + "\":\"" + expression + "\"}}")
                        .json()
                        .path("id")
                        .asText();

        Caller.Answer list = administrator.get(filter + "/list");

        assertThat(list.status()).as(list.text()).isEqualTo(200);
        administrator.delete(filter);
    }

    /** Objects of Java come neither as they are nor under the name of a class. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void aVariableBringsNoObject(Format format) {
        String programme = RunningProgramme.start(callers, schools.create()).id();
        Caller administrator = callers.administrator();
        String instance = administrator
                .get(REST + "/process-instance?businessKey=" + programme)
                .json()
                .path(0)
                .path("id")
                .asText();
        String variable = REST + "/process-instance/" + instance + "/variables/decision";

        Caller.Answer answer = administrator.put(
                variable,
                "{\"type\":\"Object\",\"value\":\"" + format.value + "\",\"valueInfo\":{\"objectTypeName\":\""
                        + format.type + "\",\"serializationDataFormat\":\"" + format.mediaType + "\"}}");

        boolean readable = answer.status() < 300
                && administrator.get(variable + "?deserializeValue=true").status() < 300;
        assertThat(readable).as(answer.text()).isFalse();
    }

    enum Format {
        JAVA(
                "rO0ABXNyABFqYXZhLmxhbmcuQm9vbGVhbs0gcoDVnPruAgABWgAFdmFsdWV4cAE=",
                "java.lang.Boolean",
                "application/x-java-serialized-object"),
        JSON("\\\"http://localhost/\\\"", "java.net.URL", "application/json");

        private final String value;
        private final String type;
        private final String mediaType;

        Format(String value, String type, String mediaType) {
            this.value = value;
            this.type = type;
            this.mediaType = mediaType;
        }
    }

    private int deployments() {
        return callers.administrator()
                .get(REST + "/deployment/count")
                .json()
                .path("count")
                .asInt();
    }

    /** Would make a file if it ran. */
    private String code() {
        return "''.getClass().forName('java.io.File').getConstructor(''.getClass()).newInstance('" + mark
                + "').createNewFile()";
    }

    private static String shipped(String path) throws IOException {
        return Files.readString(Path.of(path));
    }
}
