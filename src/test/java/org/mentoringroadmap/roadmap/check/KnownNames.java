package org.mentoringroadmap.roadmap.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.term.ControlPoints;
import org.mentoringroadmap.activity.term.Frequency;
import org.mentoringroadmap.matching.policy.PolicySource;
import org.mentoringroadmap.roadmap.block.AskedTable;
import org.mentoringroadmap.roadmap.block.BlockParameter;

/** A context made of plain sets of names. */
record KnownNames(Set<String> beans, Set<String> forms, Set<String> processes, Set<String> roles, Set<String> pages)
        implements ModelContext {
    private static final Set<String> DOCUMENTS = Set.of(
            "order-implementation",
            "order-curator",
            "order-pairs",
            "order-mentors",
            "order-reward",
            "order-final-event",
            "regulation",
            "roadmap",
            "training-programme",
            "media-plan",
            "order",
            "directive",
            "local-regulation",
            "programme",
            "plan",
            "list",
            "letter",
            "agreement",
            "information-note",
            "report",
            "minutes");

    @Override
    public boolean beanExists(String name) {
        return beans.contains(name);
    }

    @Override
    public boolean isTaken(String name) {
        return beans.contains(name);
    }

    @Override
    public boolean formExists(String key) {
        return forms.contains(key);
    }

    /** Of the sample. */
    @Override
    public Optional<byte[]> form(String key) {
        return Optional.of(key + ".form")
                .filter(SampleModels.FORM::equals)
                .map(form -> SampleModels.text(form).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean processExists(String key) {
        return processes.contains(key);
    }

    /** Of the block of the sample that has a choice. */
    @Override
    public Optional<Set<String>> choices(String block, String input) {
        return input.equals("documentType") ? Optional.of(DOCUMENTS) : Optional.empty();
    }

    /** As the blocks declare them. */
    @Override
    public List<BlockParameter> parameters(String block) {
        return Stream.of(
                        BlockParameter.choice("recurring-activity", "frequency", Frequency.IDS)
                                .beside(Frequency::against),
                        BlockParameter.text(
                                        "control-points",
                                        "points",
                                        "months",
                                        months -> ControlPoints.months(months).isPresent())
                                .beside(ControlPoints::outside))
                .filter(parameter -> parameter.block().equals(block))
                .toList();
    }

    /** That of the application, and those of the fixtures. */
    @Override
    public List<AskedTable> tables() {
        return List.of(PolicySource.TABLE, table("table"), table("policy"), table("other"));
    }

    private static AskedTable table(String decision) {
        return new AskedTable(decision, "rule", List.of("A"), Map.of("kind", Set.of("hard", "off")), Set.of("weight"));
    }

    /** Of one block. */
    @Override
    public Set<String> reliedOn(String process) {
        return process.equals("activity") ? Set.of("Task_RecordOutcome") : Set.of();
    }

    @Override
    public boolean roleExists(String id) {
        return roles.contains(id);
    }

    @Override
    public boolean runsTheInstallation(String role) {
        return List.of("administrator", "model-administrator").contains(role);
    }

    @Override
    public boolean pageExists(String path) {
        return pages.contains(path);
    }
}
