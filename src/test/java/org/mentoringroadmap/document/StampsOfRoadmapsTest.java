package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands above a document of a shipped roadmap names no order and no council that its roadmap does not have. */
@ApplicationTest
class StampsOfRoadmapsTest {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Editions editions;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentKinds kinds;

    private TestSchool school;
    private Programme programme;
    private Roadmap roadmap;

    @ParameterizedTest
    @ValueSource(
            strings = {"target-model", "pupil-to-pupil", "target-model-rollout", "teacher-mentoring", "young-teachers"})
    void aStampNamesAnOrderThatARowMakesAndACouncilThatARowHolds(String roadmapId) {
        open(roadmapId);
        List<RoadmapActivity> stamped = roadmap.activities()
                .filter(row -> DocumentKinds.isStamped(row.constants().getOrDefault("documentType", "")))
                .distinct()
                .toList();
        assertThat(stamped).isNotEmpty();
        for (RoadmapActivity row : stamped) {
            String text = text(row);
            if (text.contains("УТВЕРЖДЕНО")) {
                assertThat(ordersThatApprove(row))
                        .as("orders on %s", row.item())
                        .isNotEmpty();
            }
            if (text.contains("ПРИНЯТО")) {
                assertThat(councils()).as("councils that accept %s", row.item()).isNotEmpty();
            }
        }
    }

    @Test
    void theHeadApprovesARegulationOfAContest() {
        open("pupil-to-pupil");

        assertThat(text(row("P10.3"))).contains("УТВЕРЖДАЮ").doesNotContain("УТВЕРЖДЕНО", "ПРИНЯТО");
    }

    @Test
    void anOrderOfTheRoadmapApprovesItsRegulation() {
        open("teacher-mentoring");

        assertThat(text(row("1.1b"))).contains("УТВЕРЖДЕНО", "ПРИНЯТО").doesNotContain("УТВЕРЖДАЮ");
    }

    @Test
    void aRoadmapWithoutACouncilHasNothingAccepted() {
        open("target-model-rollout");

        assertThat(text(row("1.4"))).contains("УТВЕРЖДЕНО").doesNotContain("ПРИНЯТО");
    }

    private void open(String roadmapId) {
        school = schools.create(Role.DIRECTOR, Role.CURATOR);
        programme = programmes.open(school.id(), SchoolYear.parse("2025-2026"), roadmapId);
        roadmap = editions.roadmap(programme);
    }

    private RoadmapActivity row(String number) {
        return roadmap.activities()
                .filter(row -> row.items().stream().anyMatch(item -> RoadmapItems.same(item, number)))
                .findFirst()
                .orElseThrow();
    }

    private String text(RoadmapActivity row) {
        Long id = drafts.generate(new DocumentRequest(
                kinds.find(row.constants().get("documentType")).orElseThrow(),
                programme.id(),
                row.item(),
                row.title(),
                "stamps-" + programme.id() + "-" + row.elementId(),
                null,
                Set.of(),
                DocumentText.NONE));
        byte[] docx = school.as(Role.CURATOR, () -> documents.file(id)).content();
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<RoadmapActivity> ordersThatApprove(RoadmapActivity approved) {
        return roadmap.activities()
                .filter(row -> row.constants().getOrDefault("documentType", "").startsWith("order"))
                .filter(row -> Optional.ofNullable(row.constants().get("documentAppendices")).stream()
                        .flatMap(appendices -> List.of(appendices.split("[;\\n]")).stream())
                        .anyMatch(line ->
                                approved.items().stream().anyMatch(item -> RoadmapItems.same(item, line.strip()))))
                .toList();
    }

    private List<Map<String, String>> councils() {
        return roadmap.activities()
                .map(RoadmapActivity::constants)
                .filter(said -> "pedagogical-council".equals(said.get("eventKind")))
                .filter(said -> "true".equals(said.get("protocol")))
                .toList();
    }
}
