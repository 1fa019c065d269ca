package org.mentoringroadmap.roadmap;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Reads what a model says to the engine and what the conventions write into its extension elements. Goes by the names in
 * the file alone: it is the only class that knows them, and none of them changes with the engine that runs the models.
 */
public final class ModelProperties {
    /** The namespace of every attribute and element for the engine. */
    public static final String ENGINE = "http://camunda.org/schema/1.0/bpmn";

    /** The same in decision tables. */
    public static final String ENGINE_OF_DECISIONS = "http://camunda.org/schema/1.0/dmn";

    /** Title of the stage. */
    public static final String STAGE = "roadmapStage";
    /** Number of the activity in the roadmap. */
    public static final String ITEM = "roadmapItem";
    /** Result that the activity must have. */
    public static final String RESULT = "roadmapResult";
    /** Begin of the term. */
    public static final String START = "roadmapStart";
    /** End of the term. */
    public static final String DUE = "roadmapDue";
    /** Roles that are responsible. */
    public static final String RESPONSIBLE = "roadmapResponsible";
    /** Place of an order that prints the end of the term; an activity may have none. */
    public static final String ORDER_TERM = "roadmapOrderTerm";

    /** What the paper says in place of the name of the activity or stage. */
    public static final String PRINTED = "roadmapPrinted";
    /** Of an event: numbers of the rows that it waits for. */
    public static final String NEEDS = "roadmapNeeds";
    /** Name of the message that such an event waits for. */
    public static final String NEEDS_MET = "NeedsMet";

    /** Whom the paper names, where these are not the roles by their titles. */
    public static final String PRINTED_RESPONSIBLE = "roadmapResponsiblePrinted";
    /** What the paper says of the term, where the school works by other days. */
    public static final String PRINTED_TERM = "roadmapTermPrinted";
    /** Kind of the document that results, a column of its own. */
    public static final String DOCUMENT_KIND = "roadmapDocumentKind";
    /** Who helps, a column of its own. */
    public static final String CO_EXECUTORS = "roadmapCoExecutors";
    /** What the paper says in further columns. */
    public static final String CELLS = "roadmapCells";
    /** What the document of the activity says, line by line. */
    public static final String DOCUMENT_ITEMS = "documentItems";
    /** What stands above the text of the document of the activity. */
    public static final String DOCUMENT_TITLE = "documentTitle";
    /** Kind of an event in the school's own words. */
    public static final String EVENT_KIND_NAME = "eventKindName";
    /** Of an order: what it approves, titles or numbers of other rows. */
    public static final String APPENDICES = "documentAppendices";
    /** Who accepts the document of the activity, for its «ПРИНЯТО». */
    public static final String DOCUMENT_ACCEPTANCE = "documentAcceptance";

    /** Kind of the document of a block that has it as a parameter of its own. */
    public static final String DOCUMENT_TYPE = "documentType";
    /** Kind of the blank that people fill in. */
    public static final String BLANK_KIND = "blankKind";

    /** What a monitoring measures, in the words of the paper. */
    public static final String INDICATORS = "indicators";
    /** Of the master: what the paper calls a stage. */
    public static final String STAGE_WORD = "roadmapStageWord";
    /** Of the master: sections that only repeat rows of stages. */
    public static final String SECTIONS = "roadmapSections";
    /** Of the master: kind of the document in its head. */
    public static final String TITLE = "roadmapTitle";
    /** Of the master: what stands below the kind. */
    public static final String SUBTITLE = "roadmapSubtitle";
    /** Of the master: mark of the council. */
    public static final String ACCEPTANCE = "roadmapAcceptance";
    /** Of the master: mark of the head. */
    public static final String APPROVAL = "roadmapApproval";
    /** Of the master: what stands above the table. */
    public static final String HEADING = "roadmapHeading";
    /** Of a stage, and of the master for sections that only repeat rows: columns of a table of its own behind the roadmap. */
    public static final String TABLE = "roadmapTable";
    /** Of the master: the ground of the programme's orders. */
    public static final String GROUND = "roadmapGround";
    /** Of the master: columns of the document. */
    public static final String COLUMNS = "roadmapColumns";

    /** Of the start of a block: names of parameters, with commas, that are an empty text where nobody says anything. */
    private static final String OPTIONAL = "optional";

    private ModelProperties() {}

    /** What the element says to the engine under this name, such as {@code dueDate}; null where it says nothing. */
    public static String attribute(BaseElement element, String name) {
        return element.getDomElement().getAttribute(ENGINE, name);
    }

    /** The {@code camunda:property} values of the element by name, without spaces around; blank values are left out. */
    public static Map<String, String> of(BaseElement element) {
        Map<String, String> values = new LinkedHashMap<>();
        extensions(element, "properties").stream()
                .flatMap(properties -> properties.getChildElementsByNameNs(ENGINE, "property").stream())
                .filter(property ->
                        isPresent(property.getAttribute("name")) && isPresent(property.getAttribute("value")))
                .forEach(property -> values.put(
                        property.getAttribute("name"),
                        property.getAttribute("value").strip()));
        return values;
    }

    /**
     * The parameters of a block with what holds where nobody says otherwise, an empty text for those that are usually
     * empty: the properties of its start event.
     */
    public static Map<String, String> parameters(BaseElement start) {
        Map<String, String> parameters = new LinkedHashMap<>(of(start));
        String optional = parameters.remove(OPTIONAL);
        if (optional != null) {
            Arrays.stream(optional.strip().split("\\s*,\\s*")).forEach(name -> parameters.put(name, ""));
        }
        return parameters;
    }

    /** The number under which an element is kept, the first that it lists; empty where it lists none. */
    public static Optional<String> item(BaseElement element) {
        return Optional.ofNullable(RoadmapItems.main(of(element).get(ITEM)));
    }

    /** What the element hands in to the called process. */
    public static List<HandIn> handIns(BaseElement element) {
        return extensions(element, "in").stream()
                .map(in -> new HandIn(
                        in.getAttribute("target"),
                        in.getAttribute("source"),
                        in.getAttribute("sourceExpression"),
                        in.getAttribute("businessKey")))
                .toList();
    }

    /**
     * What a called process is handed; each part is null where the model leaves it out.
     *
     * @param target variable of the called process
     * @param source variable of the calling process
     * @param sourceExpression value or expression instead of a variable
     * @param businessKey expression of the called instance's key
     */
    public record HandIn(String target, String source, String sourceExpression, String businessKey) {}

    /** The extension elements of this name. */
    public static List<DomElement> extensions(BaseElement element, String name) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements().getDomElement().getChildElementsByNameNs(ENGINE, name);
    }

    /** The documentation texts of the element, stripped; empty when there is none. */
    public static String documentation(BaseElement element) {
        return element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent().strip())
                .collect(Collectors.joining("\n"));
    }

    /** Splits a list of roles such as {@code deputy, curator}. */
    public static List<String> roles(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::trim)
                        .filter(role -> !role.isEmpty())
                        .toList();
    }

    /**
     * A text of several lines. The panel of Modeler has one line for a property, so there they are parted by semicolons; a
     * text that has lines of its own is left as it is.
     */
    public static String lines(String text) {
        return text == null || text.contains("\n")
                ? text
                : text.replaceAll("\\s*;\\s*", "\n").strip();
    }

    /** Whether a property says something. */
    public static boolean isPresent(String text) {
        return text != null && !text.isBlank();
    }

    /** Whether the engine computes the text when the element is reached. */
    public static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }
}
