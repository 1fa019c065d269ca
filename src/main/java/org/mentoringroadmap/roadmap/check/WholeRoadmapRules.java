package org.mentoringroadmap.roadmap.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.mentoringroadmap.roadmap.InvalidTermException;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.ModelReferences;
import org.mentoringroadmap.roadmap.RelativeTerm;
import org.mentoringroadmap.roadmap.RoadmapCalendar;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.RoadmapPaper;
import org.mentoringroadmap.roadmap.RoadmapReader;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.roadmap.flow.Places;
import org.mentoringroadmap.roadmap.flow.Waits;

/**
 * Rules about the rows of a whole roadmap: those of the files that are deployed together with those of the stages that are
 * there already. A file that no known roadmap calls is compared with the other such files.
 */
final class WholeRoadmapRules {
    /** «{ответили 3.1b}»: a word and the number of the row in which it was counted. */
    private static final Pattern COUNTED = Pattern.compile("\\{[^{}]+\\s([^\\s{}]*\\d[^\\s{}]*)}");

    /**
     * A row.
     *
     * @param deployed whether its file is deployed now, so that it can be reported
     */
    private record Row(String file, FlowNode node, List<String> items, boolean deployed) {
        String text() {
            return file + ", " + RoadmapItemRules.name(node);
        }
    }

    /**
     * A place that names a row by its number.
     *
     * @param from an event that waits for the row, or another row that counts its term from it or approves its document
     */
    private record Reference(String file, FlowNode from, String item) {
        String text() {
            return Places.of(from) + " (" + file + ")";
        }
    }

    /** @param before what is in force now */
    void check(
            Collection<BpmnFile> models,
            Map<String, BpmnModelInstance> before,
            ModelContext known,
            List<ModelProblem> problems) {
        Map<String, BpmnFile> files = new LinkedHashMap<>();
        models.forEach(file -> file.all(Process.class).forEach(process -> files.put(process.getId(), file)));
        Set<String> called = new HashSet<>();
        List<BpmnFile> masters = masters(models, files, known);
        files.forEach((stage, file) -> checkCells(stage, file, calling(stage, file, masters), problems));
        masters.forEach(master -> {
            List<Row> rows = new ArrayList<>(files.containsValue(master) ? rows(master, true) : List.of());
            Map<String, BpmnModelInstance> stageModels = new LinkedHashMap<>();
            Set<String> stages = new HashSet<>();
            for (CallActivity call : master.all(CallActivity.class)) {
                String stage = call.getCalledElement();
                if (stage != null && ModelProperties.of(call).containsKey(ModelProperties.STAGE) && stages.add(stage)) {
                    called.add(stage);
                    Optional.ofNullable(files.get(stage))
                            .or(() -> known.process(stage).map(model -> new BpmnFile(stage + ".bpmn", model)))
                            .ifPresent(file -> {
                                rows.addAll(rows(file, files.containsValue(file)));
                                stageModels.put(stage, file.model());
                            });
                }
            }
            check(rows, true, problems);
            files.values().stream()
                    .distinct()
                    .filter(file -> file == master || !rows(file, true).isEmpty()) // an empty stage is told as that
                    .filter(file -> file == master || stageModels.containsValue(file.model()))
                    .forEach(file -> checkNeeds(file, rows, problems));
            checkSections(master, files, rows, problems);
            checkSectionsOfRows(master, rows, problems);
            checkReliedOn(master, stageModels, files, rows, before, problems);
            checkWaits(master, stageModels, files.values(), before, problems);
        });
        check(
                files.entrySet().stream()
                        .filter(file -> !called.contains(file.getKey()))
                        .map(Map.Entry::getValue)
                        .distinct()
                        .flatMap(file -> rows(file, true).stream())
                        .toList(),
                false,
                problems);
    }

    private static List<BpmnFile> masters(
            Collection<BpmnFile> models, Map<String, BpmnFile> files, ModelContext known) {
        List<BpmnFile> masters = new ArrayList<>(models.stream()
                .filter(file -> ModelReferences.isRoadmap(file.model()))
                .toList());
        known.roadmaps().stream()
                .filter(model -> model.getModelElementsByType(Process.class).stream()
                        .noneMatch(process -> files.containsKey(process.getId())))
                .filter(model ->
                        ModelReferences.called(model).anyMatch(files::containsKey)) // the others stay as they are
                .map(model -> new BpmnFile("", model))
                .forEach(masters::add);
        return masters;
    }

    private static List<Row> rows(BpmnFile file, boolean deployed) {
        return RoadmapRules.rows(file.model())
                .map(node -> new Row(
                        file.name(),
                        node,
                        RoadmapItems.list(ModelProperties.of(node).get(ModelProperties.ITEM)),
                        deployed))
                .filter(row -> !row.items().isEmpty())
                .toList();
    }

    private static void check(List<Row> rows, boolean whole, List<ModelProblem> problems) {
        Map<String, List<Row>> byItem = new LinkedHashMap<>();
        rows.forEach(row -> row.items().stream()
                .map(item -> whole ? RoadmapItems.printed(item) : item)
                .distinct()
                .forEach(item ->
                        byItem.computeIfAbsent(item, key -> new ArrayList<>()).add(row)));
        byItem.forEach((item, same) -> same.stream()
                .filter(row -> row.deployed() && same.size() > 1)
                .reduce((first, last) -> last) // what was drawn last is told once which others there are
                .ifPresent(row -> findings(row, problems)
                        .add(
                                row.node(),
                                ModelRule.ROADMAP_ITEM_TAKEN,
                                item,
                                same.stream()
                                        .filter(other -> other != row)
                                        .map(Row::text)
                                        .collect(Collectors.joining("; ")))));
        if (whole) {
            rows.stream().filter(Row::deployed).forEach(row -> {
                checkCounted(row, rows, problems);
                checkAppendices(row, rows, problems);
            });
        }
    }

    /** An event waits for rows of its own roadmap. */
    private static void checkNeeds(BpmnFile file, List<Row> rows, List<ModelProblem> problems) {
        Waits.of(file.model())
                .forEach(event -> Waits.items(event).stream()
                        .filter(item -> !isThere(item, rows))
                        .forEach(item -> new Findings(file.name(), problems)
                                .addCase(event, ModelRule.ROADMAP_NEEDS, "unknown", item)));
    }

    /** A section only repeats rows, and one without any would be a heading above nothing. */
    private static void checkSections(
            BpmnFile master, Map<String, BpmnFile> files, List<Row> rows, List<ModelProblem> problems) {
        if (!files.containsValue(master) || !isRight(master.name(), problems)) {
            return;
        }
        Process process = process(master.model());
        RoadmapPaper.sections(ModelProperties.of(process)).stream()
                .map(RoadmapPaper.Section::number)
                .filter(number -> rows.stream()
                        .flatMap(row -> row.items().stream())
                        .noneMatch(item -> RoadmapItems.isUnder(item, number)))
                .forEach(number -> new Findings(master.name(), problems)
                        .addCase(process, ModelRule.ROADMAP_PAPER, "section-empty", number, number + ".1"));
    }

    /** A number of a section that the paper does not have would stand in another one; what stands in an unnumbered one may. */
    private static void checkSectionsOfRows(BpmnFile master, List<Row> rows, List<ModelProblem> problems) {
        List<String> sections = sections(master);
        Set<String> unnumbered = stagesOf(master).stream()
                .filter(call -> RoadmapReader.number(call).isEmpty())
                .map(CallActivity::getCalledElement)
                .collect(Collectors.toSet());
        if (sections.isEmpty()) {
            return;
        }
        rows.stream()
                .filter(Row::deployed)
                .filter(row -> !unnumbered.contains(key(row.node())))
                .forEach(row -> row.items().stream()
                        .filter(RoadmapItems::isWellFormed)
                        .filter(item -> RoadmapItems.heading(item, sections).isEmpty())
                        .forEach(item -> checkSection(row, item, sections, problems)));
    }

    private static void checkSection(Row row, String item, List<String> sections, List<ModelProblem> problems) {
        Optional<String> alike = sections.stream()
                .filter(section -> RoadmapItems.isUnder(
                        RoadmapItems.alike(RoadmapItems.printed(item)), RoadmapItems.alike(section)))
                .findFirst();
        if (alike.isPresent()) {
            findings(row, problems)
                    .addCase(row.node(), ModelRule.ROADMAP_ITEM, "alphabet", item, ModelProperties.ITEM, alike.get());
        } else if (RoadmapItems.needsSection(item, sections)) {
            findings(row, problems)
                    .addCase(
                            row.node(),
                            ModelRule.ROADMAP_ITEM,
                            "section",
                            item,
                            ModelProperties.ITEM,
                            String.join(", ", sections));
        }
    }

    /** Numbers of all stages and sections that have one, as they are printed. */
    private static List<String> sections(BpmnFile master) {
        return Stream.concat(
                        stagesOf(master).stream().map(RoadmapReader::number),
                        RoadmapPaper.sections(ModelProperties.of(process(master.model()))).stream()
                                .map(RoadmapPaper.Section::number))
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
    }

    /** What files beside the deployment name by its number is there still, under that number. */
    private static void checkReliedOn(
            BpmnFile master,
            Map<String, BpmnModelInstance> stages,
            Map<String, BpmnFile> files,
            List<Row> rows,
            Map<String, BpmnModelInstance> before,
            List<ModelProblem> problems) {
        String masterKey = key(master);
        Map<String, BpmnModelInstance> parts = new LinkedHashMap<>(stages);
        parts.put(masterKey, master.model());
        Map<String, FlowNode> gone = new LinkedHashMap<>();
        Map<String, Set<String>> places = new LinkedHashMap<>();
        parts.forEach((key, model) -> {
            if (!files.containsKey(key)) {
                references(key + ".bpmn", model)
                        .filter(reference -> !isThere(reference.item(), rows))
                        .forEach(reference -> row(reference.item(), masterKey, before)
                                .ifPresent(row -> {
                                    gone.put(reference.item(), row);
                                    places.computeIfAbsent(reference.item(), item -> new LinkedHashSet<>())
                                            .add(reference.text());
                                }));
            }
        });
        Map<BaseElement, List<String>> lost = new LinkedHashMap<>(); // where it is said, in one line
        gone.forEach((item, row) -> where(row, masterKey, files)
                .ifPresent(place ->
                        lost.computeIfAbsent(place, any -> new ArrayList<>()).add(item)));
        lost.forEach((place, items) -> {
            String file = fileOf(place, files);
            if (isRight(file, problems)) {
                new Findings(file, problems)
                        .addCase(
                                place,
                                ModelRule.ROADMAP_NEEDS,
                                place instanceof Process ? "removed" : "renumbered",
                                items.stream()
                                        .map(item -> place instanceof Process
                                                ? item + " (" + RoadmapItemRules.name(gone.get(item)) + ")"
                                                : item)
                                        .collect(Collectors.joining(", ")),
                                items.stream()
                                        .flatMap(item -> places.get(item).stream())
                                        .distinct()
                                        .collect(Collectors.joining("; ")));
            }
        });
    }

    /** The row itself, where it is deployed under another number; else what it was deleted from, or its stage. */
    private static Optional<BaseElement> where(FlowNode row, String master, Map<String, BpmnFile> files) {
        Optional<BpmnFile> file = Optional.ofNullable(files.get(key(row)));
        return file.flatMap(deployed -> deployed.all(FlowNode.class).stream()
                        .filter(node -> row.getId().equals(node.getId()))
                        .map(BaseElement.class::cast)
                        .findFirst())
                .or(() -> file.or(() -> Optional.ofNullable(files.get(master)))
                        .map(deployed -> process(deployed.model())));
    }

    private static String fileOf(BaseElement element, Map<String, BpmnFile> files) {
        return files.values().stream()
                .filter(file -> file.model() == element.getModelInstance())
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** What follows from a mistake is not told beside it. */
    private static boolean isRight(String file, List<ModelProblem> problems) {
        return problems.stream().noneMatch(problem -> file.equals(problem.resource()));
    }

    private static Stream<Reference> references(String file, BpmnModelInstance model) {
        Stream<Reference> waits = Waits.of(model).stream()
                .flatMap(event -> Waits.items(event).stream().map(item -> new Reference(file, event, item)));
        Stream<Reference> ofRows = RoadmapRules.rows(model)
                .flatMap(row -> Stream.concat(
                                Stream.of(ModelProperties.START, ModelProperties.DUE)
                                        .flatMap(property -> relative(row, property).stream())
                                        .map(RelativeTerm::item),
                                appendices(row))
                        .map(item -> new Reference(file, row, item)));
        return Stream.concat(waits, ofRows);
    }

    private static boolean isThere(String item, List<Row> rows) {
        return rows.stream().flatMap(row -> row.items().stream()).anyMatch(number -> RoadmapItems.same(number, item));
    }

    /** The row of this number in the roadmap as it is in force. */
    private static Optional<FlowNode> row(String item, String master, Map<String, BpmnModelInstance> before) {
        return Optional.ofNullable(before.get(master)).stream()
                .flatMap(model -> Stream.concat(Stream.of(model), stages(model, before)))
                .flatMap(RoadmapRules::rows)
                .filter(row -> RoadmapItems.list(ModelProperties.of(row).get(ModelProperties.ITEM)).stream()
                        .anyMatch(number -> RoadmapItems.same(number, item)))
                .findFirst();
    }

    private static Stream<BpmnModelInstance> stages(BpmnModelInstance master, Map<String, BpmnModelInstance> models) {
        return master.getModelElementsByType(CallActivity.class).stream()
                .filter(call -> ModelProperties.of(call).containsKey(ModelProperties.STAGE))
                .map(call -> models.get(String.valueOf(call.getCalledElement())))
                .filter(Objects::nonNull)
                .distinct();
    }

    private static String key(BpmnFile file) {
        return process(file.model()).getId();
    }

    private static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    /**
     * What waits for itself is told at each event of the circle that is deployed now; where none is, at the drawing that
     * has brought it about.
     */
    private static void checkWaits(
            BpmnFile master,
            Map<String, BpmnModelInstance> stages,
            Collection<BpmnFile> deployed,
            Map<String, BpmnModelInstance> before,
            List<ModelProblem> problems) {
        Set<String> numbers = Stream.concat(Stream.of(master.model()), stages.values().stream())
                .flatMap(RoadmapRules::rows)
                .flatMap(row -> RoadmapItems.list(ModelProperties.of(row).get(ModelProperties.ITEM)).stream())
                .map(RoadmapItems::printed)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        boolean incomplete = problems.stream().anyMatch(problem -> problem.rule() == ModelRule.ROADMAP_NEEDS)
                || stages.values().stream()
                        .anyMatch(model -> RoadmapRules.rows(model).findAny().isEmpty())
                || Stream.concat(Stream.of(master.model()), stages.values().stream())
                        .flatMap(model -> Waits.of(model).stream())
                        .flatMap(event -> Waits.items(event).stream())
                        .anyMatch(item -> !numbers.contains(RoadmapItems.printed(item)));
        if (incomplete) {
            return; // a number that there is not is never come to
        }
        List<Waits.Stuck> all = new Waits(master.model(), stages).stuck();
        List<Waits.Stuck> drawnNow =
                all.stream().filter(stuck -> file(stuck, deployed).isPresent()).toList();
        drawnNow.forEach(stuck ->
                report(stuck, new Findings(file(stuck, deployed).orElseThrow().name(), problems)));
        if (drawnNow.isEmpty() && !all.isEmpty() && !isStuck(key(master), before)) {
            Waits.Stuck first = all.get(0);
            Stream.concat(deployed.stream().filter(file -> file == master), deployed.stream())
                    .filter(file -> file == master || stages.containsValue(file.model()))
                    .findFirst()
                    .filter(file -> isRight(file.name(), problems))
                    .ifPresent(file -> new Findings(file.name(), problems)
                            .addCase(
                                    process(file.model()),
                                    ModelRule.ROADMAP_NEEDS,
                                    "order",
                                    String.join(", ", first.items()),
                                    Places.of(first.event()),
                                    key(first.event()) + ".bpmn"));
        }
    }

    private static Optional<BpmnFile> file(Waits.Stuck stuck, Collection<BpmnFile> deployed) {
        return deployed.stream()
                .filter(file -> file.model() == stuck.event().getModelInstance())
                .findFirst();
    }

    private static String key(FlowNode node) {
        return process((BpmnModelInstance) node.getModelInstance()).getId();
    }

    /** Whether the roadmap comes to a stop as it is in force, which is not the fault of this deployment. */
    private static boolean isStuck(String master, Map<String, BpmnModelInstance> before) {
        return before.containsKey(master)
                && !new Waits(
                                before.get(master),
                                stages(before.get(master), before)
                                        .collect(Collectors.toMap(
                                                model -> process(model).getId(), model -> model)))
                        .stuck()
                        .isEmpty();
    }

    private static void report(Waits.Stuck stuck, Findings findings) {
        String items = String.join(", ", stuck.items());
        if (stuck.circle().isEmpty()) {
            findings.addCase(stuck.event(), ModelRule.ROADMAP_NEEDS, "itself", items);
        } else {
            findings.addCase(
                    stuck.event(),
                    ModelRule.ROADMAP_NEEDS,
                    "circle",
                    items,
                    stuck.circle().stream().map(Places::of).collect(Collectors.joining(", ")));
        }
    }

    /** Those that show the rows of a file. */
    private static List<BpmnFile> calling(String stage, BpmnFile file, List<BpmnFile> masters) {
        return masters.stream()
                .filter(master -> master == file
                        || stagesOf(master).stream().anyMatch(call -> stage.equals(call.getCalledElement())))
                .toList();
    }

    /** What a row says for a column that none of the tables has in which it stands would be printed nowhere. */
    private static void checkCells(String stage, BpmnFile file, List<BpmnFile> masters, List<ModelProblem> problems) {
        if (masters.isEmpty()) {
            return;
        }
        RoadmapRules.rows(file.model()).forEach(row -> {
            Map<String, String> says = ModelProperties.of(row);
            List<String> columns = masters.stream()
                    .flatMap(master -> RoadmapItems.list(says.get(ModelProperties.ITEM)).stream()
                            .flatMap(item -> columns(item, stage, master).stream()))
                    .distinct()
                    .toList();
            RoadmapPaper.problem(says, columns)
                    .ifPresent(problem -> RoadmapItemRules.report(row, problem, new Findings(file.name(), problems)));
        });
    }

    /**
     * The columns of the table in which a row stands at one of its numbers; empty for the usual ones.
     *
     * @param stage the process that has the row
     */
    private static Optional<String> columns(String item, String stage, BpmnFile master) {
        Map<String, String> ofMaster = ModelProperties.of(process(master.model()));
        List<CallActivity> stages = stagesOf(master);
        List<String> numbers = stages.stream().map(RoadmapReader::number).toList();
        List<String> sections = RoadmapPaper.sections(ofMaster).stream()
                .map(RoadmapPaper.Section::number)
                .toList();
        Optional<String> heading = RoadmapItems.heading(
                item, Stream.concat(numbers.stream(), sections.stream()).toList());
        Optional<String> ownTable =
                heading.filter(number -> !numbers.contains(number)).isPresent()
                        ? Optional.ofNullable(ofMaster.get(ModelProperties.TABLE))
                        : heading.map(number -> stages.get(numbers.indexOf(number)))
                                .or(() -> stages.stream()
                                        .filter(call -> stage.equals(call.getCalledElement()))
                                        .findFirst())
                                .map(call -> ModelProperties.of(call).get(ModelProperties.TABLE));
        return ownTable.or(() -> Optional.ofNullable(ofMaster.get(ModelProperties.COLUMNS)));
    }

    private static List<CallActivity> stagesOf(BpmnFile master) {
        return master.all(CallActivity.class).stream()
                .filter(call -> ModelProperties.of(call).containsKey(ModelProperties.STAGE))
                .toList();
    }

    /**
     * What an order approves by its number needs a row with that number, and another one than its own; and so does a figure
     * that a document prints.
     */
    private static void checkAppendices(Row row, List<Row> rows, List<ModelProblem> problems) {
        appendices(row.node()).forEach(line -> {
            if (isThere(line, List.of(row))) {
                findings(row, problems).addCase(row.node(), ModelRule.ROADMAP_APPENDIX, "itself", line);
            } else if (!isThere(line, rows)) {
                findings(row, problems).addCase(row.node(), ModelRule.ROADMAP_APPENDIX, "unknown", line);
            }
        });
        counted(row.node())
                .filter(number -> !isThere(number, rows))
                .forEach(number ->
                        findings(row, problems).addCase(row.node(), ModelRule.ROADMAP_APPENDIX, "counted", number));
    }

    /** Numbers of the rows from which a document takes figures. */
    private static Stream<String> counted(FlowNode row) {
        return COUNTED.matcher(ModelProperties.of(row).getOrDefault(ModelProperties.DOCUMENT_ITEMS, ""))
                .results()
                .map(place -> place.group(1));
    }

    /** Numbers of the rows whose documents an order approves. */
    private static Stream<String> appendices(FlowNode row) {
        return Arrays.stream(ModelProperties.of(row)
                        .getOrDefault(ModelProperties.APPENDICES, "")
                        .split("[;\\n]"))
                .map(String::strip)
                .filter(line -> line.contains(".") && RoadmapItems.isWellFormed(line));
    }

    /** A term that is counted from another row needs that row, and may not come back to itself. */
    private static void checkCounted(Row row, List<Row> rows, List<ModelProblem> problems) {
        for (String property : List.of(ModelProperties.START, ModelProperties.DUE)) {
            relative(row, property).ifPresent(term -> {
                Optional<Row> other = find(term, rows);
                if (other.isEmpty()) {
                    findings(row, problems)
                            .addCase(row.node(), ModelRule.ROADMAP_TERM_FROM, "unknown", term.text(), term.item());
                } else if (comesBack(row, term, rows)) {
                    findings(row, problems)
                            .addCase(row.node(), ModelRule.ROADMAP_TERM_FROM, "circle", term.text(), term.item());
                }
            });
        }
    }

    private static boolean comesBack(Row row, RelativeTerm term, List<Row> rows) {
        Set<Row> seen = new HashSet<>();
        Optional<Row> next = find(term, rows);
        while (next.isPresent() && seen.add(next.get())) {
            if (next.get() == row) {
                return true;
            }
            next = relative(next.get(), ModelProperties.DUE).flatMap(following -> find(following, rows));
        }
        return false;
    }

    private static Optional<Row> find(RelativeTerm term, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.items().stream().anyMatch(item -> RoadmapCalendar.names(term, item)))
                .findFirst();
    }

    private static Optional<RelativeTerm> relative(Row row, String property) {
        return relative(row.node(), property);
    }

    private static Optional<RelativeTerm> relative(FlowNode row, String property) {
        String text = ModelProperties.of(row).get(property);
        try {
            return text != null && Term.parse(text) instanceof RelativeTerm term ? Optional.of(term) : Optional.empty();
        } catch (InvalidTermException e) {
            return Optional.empty(); // said by another rule
        }
    }

    private static Findings findings(Row row, List<ModelProblem> problems) {
        return new Findings(row.file(), problems);
    }
}
