package org.mentoringroadmap.roadmap.language;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNode;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * The grammar of the expressions in models: variables, texts, numbers, comparisons, «and», «or», «not», «? :», arithmetic, and
 * the few reads that are listed here. An expression is read by the engine's own parser, and every node of its tree must be
 * one of these; so nothing that the engine understands and this class does not can pass.
 */
public final class Expressions {

    /** The beans that expressions may ask, and what; each method takes the execution and nothing else. */
    public static final Map<String, Set<String>> READS = Map.of(
            "activityProperties", Set.of("item", "title", "guide", "start", "due", "responsible"),
            "mentorTasks", Set.of("assignee", "pairs", "code"),
            "roleMembers", Set.of("all", "assignee"));

    /** The one property of the execution that an expression may ask for. */
    public static final String BUSINESS_KEY = "processBusinessKey";

    private static final Set<String> LISTED = Stream.concat(
                    Stream.of("execution." + BUSINESS_KEY),
                    READS.entrySet().stream()
                            .flatMap(bean -> bean.getValue().stream()
                                    .map(method -> bean.getKey() + "." + method + "(execution)")))
            .collect(Collectors.toUnmodifiableSet());

    /** Names under which the engine hands out its own objects. */
    private static final Set<String> OF_THE_ENGINE =
            Set.of("execution", "task", "caseExecution", "externalTask", "variableContext", "authenticatedUserId");

    private static final Pattern BEAN = Pattern.compile("\\s*[$#]\\{\\s*([A-Za-z_]\\w*)\\s*}\\s*");

    private static final Builder PARSER = new Builder(Builder.Feature.METHOD_INVOCATIONS);

    private Expressions() {}

    /**
     * What is not allowed in a text: the first part outside the grammar as it is written, or the whole text where the
     * engine cannot read it. Empty where the engine computes nothing or only what is allowed.
     *
     * @param isTaken whether a name belongs to the application, so that it is no variable
     */
    public static Optional<String> refused(String text, Predicate<String> isTaken) {
        if (!text.contains("${") && !text.contains("#{")) {
            return Optional.empty();
        }
        try {
            return refused((AstNode) PARSER.build(text).getRoot(), isTaken);
        } catch (TreeBuilderException | StackOverflowError e) { // nested deeper than anybody writes
            return Optional.of(text.strip());
        }
    }

    private static Optional<String> refused(AstNode node, Predicate<String> isTaken) {
        if (node instanceof AstIdentifier variable) {
            return Optional.of(variable.getName())
                    .filter(name -> OF_THE_ENGINE.contains(name) || READS.containsKey(name) || isTaken.test(name));
        }
        if (node instanceof AstText || node instanceof AstLiteral) {
            return Optional.empty();
        }
        if (node instanceof AstFunction function) {
            return Optional.of(function.getName() + "()");
        }
        if (isComposed(node)) {
            for (int i = 0; i < node.getCardinality(); i++) {
                Optional<String> refused = refused((AstNode) node.getChild(i), isTaken);
                if (refused.isPresent()) {
                    return refused;
                }
            }
            return Optional.empty();
        }
        return Optional.of(node.getStructuralId(null)).filter(written -> !LISTED.contains(written));
    }

    /** Names of the variables that a text reads; empty where the engine computes nothing or cannot read it. */
    public static Set<String> variables(String text) {
        if (text == null || !text.contains("${") && !text.contains("#{")) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        try {
            collect((AstNode) PARSER.build(text).getRoot(), names);
        } catch (TreeBuilderException | StackOverflowError e) {
            return Set.of(); // refused by the grammar
        }
        return names;
    }

    private static void collect(AstNode node, Set<String> names) {
        if (node instanceof AstIdentifier variable) {
            names.add(variable.getName());
        } else if (isComposed(node)) {
            for (int i = 0; i < node.getCardinality(); i++) {
                collect((AstNode) node.getChild(i), names);
            }
        }
    }

    /** The name of a bean that a text consists of, such as {@code ${generateDraft}}; empty for anything else. */
    public static Optional<String> bean(String delegateExpression) {
        Matcher matcher = BEAN.matcher(delegateExpression == null ? "" : delegateExpression);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean isComposed(AstNode node) {
        return node instanceof AstComposite
                || node instanceof AstEval
                || node instanceof AstNested
                || node instanceof AstBinary
                || node instanceof AstUnary
                || node instanceof AstChoice;
    }
}
