package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("publication")
class PublicationProcessTest extends BlockTestCase {
    private static final String PREPARE = "Task_PrepareText";
    private static final String PUBLISH = "Task_Publish";
    private static final String ELSEWHERE = "Task_PublishElsewhere";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Test
    void published() {
        String instance = start();
        assertThat(groups(task(PREPARE))).containsExactly("curator");

        complete(Role.CURATOR, PREPARE, prepared());
        assertThat(step(PREPARE).text("consentsChecked")).contains("Публикуем без имён и лиц");
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        assertThat(groups(task(PUBLISH))).containsExactly("site-editor");

        complete(Role.SITE_EDITOR, PUBLISH, done("link", "school.example.org/itogi"));
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).link()).contains("https://school.example.org/itogi");
        assertEndedAt(instance, "End_Published");
    }

    @Test
    void elsewhereWithoutALinkAndByOthers() {
        String instance = startBlock(
                "publication",
                "curator",
                Map.of("publisher", "deputy, secretary", "channel", "школьная газета", "linked", "false"));
        complete(Role.CURATOR, PREPARE, prepared());
        assertThat(groups(task(ELSEWHERE))).containsExactlyInAnyOrder("deputy", "secretary");
        assertThat(task(ELSEWHERE).getDescription()).contains("Где: школьная газета.");
        refuses("step.missing", Role.DEPUTY, ELSEWHERE, done());

        complete(Role.DEPUTY, ELSEWHERE, done("note", "Газета «Перемена», № 4"));

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).note()).contains("Газета «Перемена», № 4");
        assertEndedAt(instance, "End_Published");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void notPrepared(Map<String, Object> closing) {
        assertCloses(start(), Role.CURATOR, PREPARE, closing, WITHOUT);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void preparedButNotPublished(Map<String, Object> closing) {
        String instance = start();
        complete(Role.CURATOR, PREPARE, prepared());

        assertCloses(instance, Role.SITE_EDITOR, PUBLISH, closing, WITHOUT);
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("publication", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), "End_Published");
    }

    @Test
    void consentsAreCheckedAndTheAddressIsGiven() {
        start();
        refuses("step.missing", Role.CURATOR, PREPARE, done());
        complete(Role.CURATOR, PREPARE, prepared());

        refuses("step.missing", Role.SITE_EDITOR, PUBLISH, done());
        refuses("activity.link", Role.SITE_EDITOR, PUBLISH, done("link", "на сайте школы"));
        refuses("activity.link", Role.SITE_EDITOR, PUBLISH, done("link", "javascript:alert(1)"));
    }

    private String start() {
        return startBlock("publication", "curator", Map.of());
    }

    private static Map<String, Object> prepared() {
        return done("consentsChecked", "Публикуем без имён и лиц");
    }
}
