package org.mentoringroadmap.matching.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.exception.NotValidException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.matching.MatchingTestCase;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Rule;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.ModelUpdates;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** An administrator edits the decision table and deploys it; the next run goes by it. */
@ApplicationTest
class PolicyTest extends MatchingTestCase {
    private static final String FILE = "matching-policy.dmn";

    @Autowired
    private RepositoryService repository;

    @Autowired
    private PolicySource policies;

    @Autowired
    private ModelUpdates updates;

    private String deployment;

    @Test
    void aTableForLaterYearsLeavesThisOneAsItIs() throws IOException {
        MatchingPolicy before = policies.of(programmes.get(programmeId));

        deployOnly(text -> weight(text, "Interests", "3", "9"));

        assertThat(policies.of(programmes.get(programmeId))).isEqualTo(before);
        Long next = programmes
                .open(school.id(), new SchoolYear(SchoolYear.around(today).firstYear() + 1), "target-model")
                .id();
        assertThat(policies.of(programmes.get(next)).weight(Rule.INTERESTS)).isEqualTo(9);
    }

    @AfterEach
    void takeBack() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void theShippedTableSpeaksOfEveryRule() {
        MatchingPolicy policy = policies.of(programmes.get(programmeId));

        assertThat(policy.lines()).containsOnlyKeys(Rule.values());
        assertThat(policy.forbids(Rule.FORM)).isTrue();
        assertThat(policy.weight(Rule.REQUESTS)).isEqualTo(5);
    }

    @Test
    void anotherWeightGivesAnotherPair() throws IOException {
        Participant mentee = mentee().likes("шахматы").asks("математика").enter();
        Participant friend = mentor().likes("шахматы").can("рисование").enter();
        Participant helper = mentor().likes("рисование").can("математика").enter();
        RunSummary before = propose();
        assertThat(mentorOf(before, mentee)).isEqualTo(helper.id());

        deploy(text -> weight(text, "Interests", "3", "9"));
        RunSummary after = propose();

        assertThat(mentorOf(after, mentee)).isEqualTo(friend.id());
        assertThat(after.policyVersion()).isNotEqualTo(before.policyVersion());
        assertThat(curator(() -> runs.get(before.id())).policyVersion()).isEqualTo(before.policyVersion());
    }

    @Test
    void aSoftRuleCanForbid() throws IOException {
        Participant mentee = mentee().enter();
        mentor().enter();
        deploy(text -> kind(text, "Trained", "soft", "hard"));

        assertThat(whyLeft(propose(), mentee)).containsExactly("Не прошли обучение: наставников 1 из 1");
    }

    @Test
    void aRuleCanBeSwitchedOff() throws IOException {
        Participant mentee = mentee().likes("шахматы").enter();
        mentor().likes("шахматы").enter();
        deploy(text -> kind(text, "Interests", "soft", "off"));

        assertThat(texts.texts(pairOf(propose(), mentee).reasons())).noneMatch(text -> text.contains("шахматы"));
    }

    /** Said when it is deployed, not when somebody needs it. */
    @Test
    void whatCannotBeComputedIsNotDeployed() {
        assertThatThrownBy(() -> deploy(text -> weight(text, "Interests", "3", "3 +* 1")))
                .isInstanceOf(NotValidException.class)
                .hasMessageContaining("«Вес» (LiteralExpression_InterestsWeight)")
                .hasMessageContaining("3 +* 1");
    }

    /** The same of what no cell of that column can say. */
    @ParameterizedTest
    @CsvSource({
        "<text>\"hard\"</text>,<text>\"always\"</text>,«Вид» (LiteralExpression_FormKind)",
        "<text>5</text>,<text>\"много\"</text>,«Вес» (LiteralExpression_RequestsWeight)",
        "<text>5</text>,<text>-5</text>,на «REQUESTS» таблица отвечает в столбце «weight»",
        "<text>\"ADVICE\"</text>,<text>\"ADVISE\"</text>,Нет строки: «ADVICE»"
    })
    void whatIsNoAnswerIsNotDeployed(String right, String wrong, String said) {
        assertThatThrownBy(() -> deploy(text -> text.replaceFirst(java.util.regex.Pattern.quote(right), wrong)))
                .isInstanceOf(NotValidException.class)
                .hasMessageContaining(said);
    }

    private static String weight(String text, String rule, String from, String to) {
        return entry(text, rule + "Weight", from, to);
    }

    private static String kind(String text, String rule, String from, String to) {
        return entry(text, rule + "Kind", "\"" + from + "\"", "\"" + to + "\"");
    }

    private static String entry(String text, String id, String from, String to) {
        String begin = "<outputEntry id=\"LiteralExpression_" + id + "\">\n          <text>";
        assertThat(text).contains(begin + from + "</text>");
        return text.replace(begin + from + "</text>", begin + to + "</text>");
    }

    private void deploy(UnaryOperator<String> edit) throws IOException {
        deployOnly(edit);
        school.as("models", List.of(Role.MODEL_ADMINISTRATOR.id()), () -> updates.apply(programmeId));
    }

    private void deployOnly(UnaryOperator<String> edit) throws IOException {
        String text = new ClassPathResource("processes/decisions/" + FILE).getContentAsString(StandardCharsets.UTF_8);
        String edited = edit.apply(text);
        assertThat(edited).isNotEqualTo(text);
        deployment =
                repository.createDeployment().addString(FILE, edited).deploy().getId();
    }
}
