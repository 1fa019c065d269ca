package org.mentoringroadmap.roadmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.mentoringroadmap.roadmap.ModelProperties.HandIn;

/**
 * Reads the table of a roadmap from the models that run it, so that paper and process cannot disagree.
 *
 * <p>The models are expected to have passed the {@code ModelChecker}; the reader says nothing about conventions. What it
 * does not find it leaves empty: one incomplete element must not hide the rest of the year.
 */
public class RoadmapReader {
    /**
     * Reads a roadmap.
     *
     * @param master model of the master process; its call activities with the property {@code roadmapStage} are the
     *     stages
     * @param models model of a process by its process id
     * @throws IllegalArgumentException when the master has no executable process
     * @throws InvalidTermException when an activity carries a term that cannot be read
     */
    public Roadmap read(BpmnModelInstance master, Function<String, Optional<BpmnModelInstance>> models) {
        Process process = master.getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The master has no executable process"));
        Map<String, String> properties = ModelProperties.of(process);
        String word = word(properties);
        List<Stage> stages = new ArrayList<>();
        inFlowOrder(process).stream()
                .filter(node -> node instanceof CallActivity && has(node, ModelProperties.STAGE))
                .map(node -> stage((CallActivity) node, word, models))
                .forEach(stages::add);
        sections(properties, word).forEach(section -> insert(section, stages));
        return new Roadmap(
                process.getId(),
                title(process.getName()),
                withRows(stages),
                RoadmapPaper.of(properties),
                RowOrder.of(master, models),
                title(properties.get(ModelProperties.GROUND)));
    }

    /** What the paper calls a stage in short, such as «Этап 1»; empty for what it does not number or is no stage. */
    public static String label(CallActivity call) {
        String word = call.getModelInstance().getModelElementsByType(Process.class).stream()
                .filter(Process::isExecutable)
                .findFirst()
                .map(process -> word(ModelProperties.of(process)))
                .orElse("");
        return ModelProperties.of(call).containsKey(ModelProperties.STAGE) ? Stage.label(word, number(call)) : "";
    }

    private static String word(Map<String, String> properties) {
        return Optional.ofNullable(RoadmapPaper.orNothing(properties.get(ModelProperties.STAGE_WORD)))
                .orElseGet(() -> Messages.text("paper.stage-word"));
    }

    /** The number of a stage as it is printed; empty where it has none. */
    public static String number(CallActivity call) {
        return RoadmapItems.printed(
                RoadmapPaper.orNothing(ModelProperties.of(call).get(ModelProperties.STAGE))
                        .replaceAll("[.)]+$", ""));
    }

    /** A section stands before the first part whose number is of the same kind and comes after its own, else last. */
    private static void insert(Stage section, List<Stage> stages) {
        int place = 0;
        while (place < stages.size() && !comesAfter(stages.get(place).number(), section.number())) {
            place++;
        }
        stages.add(place, section);
    }

    private static boolean comesAfter(String number, String section) {
        return RoadmapItems.areCountedTogether(number, section)
                && RoadmapItems.order().compare(number, section) > 0;
    }

    /** Sections that only repeat rows of stages. */
    private static List<Stage> sections(Map<String, String> properties, String word) {
        List<PaperColumn> table = PaperColumn.list(properties.get(ModelProperties.TABLE));
        return RoadmapPaper.sections(properties).stream()
                .map(section -> new Stage(
                        section.number(),
                        section.title(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        table,
                        word,
                        section.title()))
                .toList();
    }

    /**
     * Every number of an activity is a row of the stage or section whose number it begins with, the longest such; what
     * belongs to none stands in the stage that runs it.
     */
    private static List<Stage> withRows(List<Stage> stages) {
        Map<Stage, List<RoadmapActivity>> rows = new IdentityHashMap<>();
        stages.forEach(stage -> rows.put(stage, new ArrayList<>()));
        List<String> numbers = stages.stream().map(Stage::number).toList();
        for (Stage stage : stages) {
            for (RoadmapActivity activity : stage.activities()) {
                for (String item : activity.items()) {
                    rows.get(RoadmapItems.heading(item, numbers)
                                    .map(number -> stages.get(numbers.indexOf(number)))
                                    .orElse(stage))
                            .add(activity.at(item));
                }
            }
        }
        return stages.stream()
                .map(stage -> stage.showing(rows.get(stage).stream()
                        .sorted(Comparator.comparing(RoadmapActivity::shown, RoadmapItems.order()))
                        .toList()))
                .toList();
    }

    /**
     * The activities of one process in the order of their items; activities of the processes that it calls are not
     * among them.
     */
    public List<RoadmapActivity> activities(BpmnModelInstance model) {
        return FlowGraph.everywhere(model, FlowNode.class).stream()
                .filter(node -> ModelProperties.item(node).isPresent())
                .map(RoadmapReader::activity)
                .sorted(Comparator.comparing(RoadmapActivity::item, RoadmapItems.order()))
                .toList();
    }

    private Stage stage(CallActivity call, String word, Function<String, Optional<BpmnModelInstance>> models) {
        String processId = call.getCalledElement();
        List<RoadmapActivity> activities = Optional.ofNullable(processId)
                .flatMap(models)
                .map(this::activities)
                .orElse(List.of());
        return new Stage(
                number(call),
                title(call.getName()),
                processId,
                call.getId(),
                activities,
                activities,
                PaperColumn.list(ModelProperties.of(call).get(ModelProperties.TABLE)),
                word,
                title(ModelProperties.of(call).getOrDefault(ModelProperties.PRINTED, call.getName())));
    }

    private static RoadmapActivity activity(FlowNode node) {
        Map<String, String> properties = ModelProperties.of(node);
        List<String> items = RoadmapItems.list(properties.get(ModelProperties.ITEM));
        List<String> roles = ModelProperties.roles(properties.get(ModelProperties.RESPONSIBLE));
        return new RoadmapActivity(
                items.get(0),
                title(node.getName()),
                blockTitle(node),
                ModelProperties.documentation(node),
                properties.getOrDefault(ModelProperties.RESULT, ""),
                term(properties.get(ModelProperties.START)),
                term(properties.get(ModelProperties.DUE)),
                roles.isEmpty() ? List.of(RoadmapActivity.RESPONSIBLE_FOR_THE_REST) : roles,
                node.getId(),
                processId(node),
                node instanceof CallActivity call ? call.getCalledElement() : null,
                OrderTerm.of(properties.get(ModelProperties.ORDER_TERM)).orElse(null),
                constants(node),
                items,
                items.get(0),
                printed(properties.get(ModelProperties.PRINTED_TERM), items),
                responsiblePrinted(properties, roles, items),
                cells(properties),
                printed(properties.get(ModelProperties.PRINTED), items));
    }

    /**
     * One text for all numbers of the activity, or one for each that is named: «2.10 = Организация работы пар; 2.10a = нет».
     * Semicolons may stand in the texts, for a new one begins only with a number of the activity and an equals sign.
     */
    private static Map<String, String> printed(String text, List<String> items) {
        if (text == null) {
            return Map.of();
        }
        String numbers = items.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        Matcher named =
                Pattern.compile("(?:^|[;\\n])\\s*(" + numbers + ")\\s*=").matcher(text);
        Map<String, String> printed = new HashMap<>();
        String number = null;
        int from = 0;
        while (named.find()) {
            if (number != null) {
                printed.put(number, printed(text.substring(from, named.start())));
            }
            number = named.group(1);
            from = named.end();
        }
        if (number == null) {
            items.forEach(item -> printed.put(item, printed(text)));
        } else {
            printed.put(number, printed(text.substring(from)));
        }
        return printed;
    }

    private static String printed(String text) {
        return RoadmapPaper.orNothing(title(text));
    }

    private static Map<String, String> responsiblePrinted(
            Map<String, String> properties, List<String> roles, List<String> items) {
        String text = properties.get(ModelProperties.PRINTED_RESPONSIBLE);
        return text == null && roles.isEmpty()
                ? items.stream().collect(Collectors.toMap(Function.identity(), item -> ""))
                : printed(text, items);
    }

    private static Map<String, String> cells(Map<String, String> properties) {
        Map<String, String> cells = new HashMap<>(RoadmapPaper.cells(properties.get(ModelProperties.CELLS)));
        RoadmapPaper.COLUMNS_OF_FIELDS.forEach((field, column) -> {
            if (properties.get(field) != null) {
                cells.put(column, properties.get(field));
            }
        });
        return cells;
    }

    /** Labels of a diagram may be broken into lines. */
    private static String title(String label) {
        return label == null ? "" : label.strip().replaceAll("\\s+", " ");
    }

    private static Term term(String text) {
        return text == null ? null : Term.parse(text);
    }

    /** A sub-process inside another is a level more: the names of all, the outermost first. */
    private static String blockTitle(FlowNode node) {
        List<String> titles = new ArrayList<>();
        for (ModelElementInstance scope = node.getParentElement();
                scope instanceof SubProcess block;
                scope = scope.getParentElement()) {
            titles.add(0, title(block.getName()));
        }
        return titles.isEmpty() ? null : String.join(". ", titles);
    }

    private static String processId(FlowNode node) {
        ModelElementInstance scope = node.getParentElement();
        while (!(scope instanceof Process)) {
            scope = scope.getParentElement();
        }
        return ((Process) scope).getId();
    }

    /** What is handed in, and what documents say of the row in its own words. */
    private static Map<String, String> constants(FlowNode node) {
        Map<String, String> constants = ModelProperties.handIns(node).stream()
                .filter(in -> in.target() != null && in.sourceExpression() != null)
                .filter(in -> !ModelProperties.isExpression(in.sourceExpression()))
                .collect(Collectors.toMap(HandIn::target, HandIn::sourceExpression, (first, second) -> second));
        Map<String, String> properties = ModelProperties.of(node);
        Stream.of(
                        ModelProperties.APPENDICES,
                        ModelProperties.INDICATORS,
                        ModelProperties.DOCUMENT_TYPE,
                        ModelProperties.BLANK_KIND)
                .filter(properties::containsKey)
                .forEach(name -> constants.putIfAbsent(name, properties.get(name)));
        String acceptance = properties.get(ModelProperties.DOCUMENT_ACCEPTANCE);
        if (ModelProperties.isPresent(acceptance)) {
            constants.put(ModelProperties.DOCUMENT_ACCEPTANCE, RoadmapPaper.orNothing(acceptance.strip()));
        }
        return constants;
    }

    /**
     * What begins side by side stands as it is drawn, from the top down; nodes that the flow does not reach come last, in
     * the order of the file.
     */
    private static List<FlowNode> inFlowOrder(Process process) {
        FlowGraph graph = new FlowGraph(process);
        Map<FlowNode, Double> tops = new HashMap<>();
        process.getModelInstance().getModelElementsByType(BpmnShape.class).stream()
                .filter(shape -> shape.getBounds() != null
                        && shape.getBounds().getY() != null
                        && shape.getBpmnElement() instanceof FlowNode)
                .forEach(shape -> tops.put(
                        (FlowNode) shape.getBpmnElement(), shape.getBounds().getY()));
        List<FlowNode> ordered =
                new ArrayList<>(graph.reachable(Comparator.comparing(node -> tops.getOrDefault(node, 0.0))));
        graph.nodes().stream().filter(node -> !ordered.contains(node)).forEach(ordered::add);
        return ordered;
    }

    private static boolean has(FlowNode node, String property) {
        return ModelProperties.of(node).containsKey(property);
    }
}
