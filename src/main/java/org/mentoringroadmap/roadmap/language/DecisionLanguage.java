package org.mentoringroadmap.roadmap.language;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.Iterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionDefinition;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.PathExpression;
import org.camunda.feel.syntaxtree.QualifiedFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/**
 * FEEL, the only language of decision tables and forms, without what reaches objects of the program that computes it:
 * methods of a value, functions of Java, functions of one's own. An expression is read by the engine's own parser, and the
 * whole tree is looked through.
 */
public final class DecisionLanguage {

    private static final Set<String> NAMES = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    /**
     * Functions of FEEL itself. What is called by another name is a value, and may be anything. Those that look for a
     * pattern are left out: there are patterns that look for years.
     */
    private static final Set<String> FUNCTIONS =
            Set.copyOf(Arrays.asList(("abs,after,all,and,any,append,before,ceiling,"
                            + "coincides,concatenate,contains,context,context merge,context put,count,date,date and time,day of week,"
                            + "day of year,decimal,distinct values,duplicate values,duration,during,ends with,even,exp,"
                            + "finished by,finishes,flatten,floor,get entries,get or else,get value,includes,index of,insert before,"
                            + "is,is blank,is defined,is empty,last day of month,list contains,log,lower case,max,mean,median,"
                            + "meets,met by,min,mode,modulo,month of year,not,now,number,odd,or,overlaps,overlaps after,"
                            + "overlaps before,partition,product,put,put all,remove,reverse,round down,round half down,"
                            + "round half up,round up,sqrt,started by,starts,starts with,stddev,string,string join,"
                            + "string length,sublist,substring,substring after,substring before,sum,time,today,trim,union,"
                            + "upper case,week of year,years and months duration")
                    .split(",")));

    /** Functions that FEEL has and form-js does not: its conditions with them fail as often as they are asked. */
    private static final Set<String> NOT_IN_FORMS = Set.of(
            "coincides",
            "during",
            "finished by",
            "finishes",
            "get or else",
            "includes",
            "overlaps after",
            "overlaps before",
            "started by",
            "starts");

    /** Parts of dates, times, durations and ranges. A table reads no other property: of a Java object it is a method. */
    private static final Set<String> PARTS = Set.of(
            "year",
            "month",
            "day",
            "weekday",
            "hour",
            "minute",
            "second",
            "time offset",
            "timezone",
            "years",
            "months",
            "days",
            "hours",
            "minutes",
            "seconds",
            "start",
            "end",
            "start included",
            "end included");

    /** What every object of a browser has beside its data; from there one comes to code. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("constructor", "prototype", "__proto__");

    /** The parser tries several readings of every bracket, so depth costs it more than time to read. */
    private static final int MAX_DEPTH = 8;

    private static final int MAX_LENGTH = 2_000;

    /** Lists that an expression goes through, one inside the other or not: each takes as many steps as the list is long. */
    private static final int MAX_LOOPS = 2;

    /** What a loop has come to so far: what is made of it grows with every step. */
    private static final String SO_FAR = "partial";

    private DecisionLanguage() {}

    /** How an engine of decisions is set up: FEEL alone, neither the language of expressions in models nor scripts. */
    public static DefaultDmnEngineConfiguration configuration() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setElProvider(expression -> {
            throw new UnsupportedOperationException("Decisions are computed with FEEL only");
        });
        configuration.setScriptEngineResolver(language -> null);
        return configuration;
    }

    /**
     * What a decision answers to each of several values: as many rows as fit, each by its columns.
     *
     * @param input variable by which it is asked
     * @return empty where it cannot be computed
     */
    public static Optional<Map<String, List<Map<String, Object>>>> answers(
            DmnModelInstance model, String decision, String input, List<String> asked) {
        DmnEngine engine = configuration().buildEngine();
        Map<String, List<Map<String, Object>>> answers = new LinkedHashMap<>();
        try {
            DmnDecision table = engine.parseDecision(decision, model);
            for (String value : asked) {
                List<Map<String, Object>> rows = new ArrayList<>();
                engine.evaluateDecision(table, Variables.putValue(input, value))
                        .forEach(row -> rows.add(new HashMap<>(row)));
                answers.put(value, rows);
            }
            return Optional.of(answers);
        } catch (DmnEngineException | FeelException e) {
            return Optional.empty();
        }
    }

    /** Whether an {@code expressionLanguage} means FEEL. */
    public static boolean isFeel(String name) {
        return NAMES.contains(name);
    }

    /** The part of a cell of a table, or of its input, that reaches further than FEEL; empty where it is allowed. */
    public static Optional<String> refused(String expression) {
        return refused(expression, Parser.FEEL::parseExpression, true);
    }

    /** The same for a condition of a rule. */
    public static Optional<String> refusedTest(String condition) {
        return refused(condition, Parser.FEEL::parseUnaryTests, true);
    }

    /** The same for an expression of a form, whose values are plain data with properties of their own. */
    public static Optional<String> refusedInForm(String expression) {
        return refused(expression, Parser.FEEL::parseExpression, false);
    }

    /** Names of the values that an expression of a form asks for; empty where it cannot be read. */
    public static Set<String> namesInForm(String expression) {
        ParseResult parsed = Parser.FEEL.parseExpression(expression.strip());
        Set<String> names = new HashSet<>();
        if (parsed.isSuccess()) {
            collectNames(parsed.parsedExpression().expression(), names);
        }
        return names;
    }

    private static void collectNames(Object node, Set<String> names) {
        walk(node, part -> {
            if (part instanceof Ref path) {
                names.add(path.names().head());
            }
        });
    }

    private static void walk(Object node, Consumer<Object> visitor) {
        visitor.accept(node);
        Iterator<?> parts = node instanceof Iterable<?> several
                ? several.iterator()
                : node instanceof Product product ? product.productIterator() : null;
        while (parts != null && parts.hasNext()) {
            walk(parts.next(), visitor);
        }
    }

    /**
     * What an expression of a form, one that is not refused, comes to.
     *
     * @param values values of the form by their names; null is a value too
     * @return empty where it cannot be computed or comes to null
     */
    public static Optional<Object> valueInForm(String expression, Map<String, Object> values) {
        EvaluationResult result = Parser.FEEL.evaluateExpression(expression.strip(), values);
        return result.isSuccess() ? Optional.ofNullable(result.result()) : Optional.empty();
    }

    private static Optional<String> refused(String text, Function<String, ParseResult> parser, boolean partsOnly) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        String asked = text.strip();
        if (asked.length() > MAX_LENGTH || depth(asked) > MAX_DEPTH) {
            return Optional.of(asked);
        }
        ParseResult parsed = parser.apply(asked);
        if (parsed.isFailure()) {
            return Optional.of(asked);
        }
        Exp expression = parsed.parsedExpression().expression();
        return refused(expression, partsOnly).or(() -> endless(expression));
    }

    /**
     * The part that may take without end or make something without end: it goes through the numbers between two others, or
     * through lists within lists, or makes its next value of several of its last.
     */
    private static Optional<String> endless(Exp expression) {
        List<String> found = new ArrayList<>();
        int[] loops = new int[1];
        walk(expression, part -> {
            if (part instanceof IterationContext) {
                found.add("..");
            } else if (part instanceof Ref path && path.names().contains(SO_FAR)) {
                found.add(SO_FAR);
            } else if (part instanceof ConstContext context) {
                found.addAll(builtOnEarlierOnes(context));
            } else if (part instanceof For loop) {
                loops[0] += loop.iterators().length();
            } else if (part instanceof SomeItem loop) {
                loops[0] += loop.iterators().length();
            } else if (part instanceof EveryItem loop) {
                loops[0] += loop.iterators().length();
            } else if (part instanceof Filter) {
                loops[0]++;
            }
            if (loops[0] > MAX_LOOPS) {
                found.add("for");
            }
        });
        return found.stream().findFirst();
    }

    /** Entries of a context that name an entry before them. */
    private static Set<String> builtOnEarlierOnes(ConstContext context) {
        Set<String> earlier = new HashSet<>();
        Set<String> built = new HashSet<>();
        Iterator<Tuple2<String, Exp>> entries = context.entries().iterator();
        while (entries.hasNext()) {
            Tuple2<String, Exp> entry = entries.next();
            Set<String> names = new HashSet<>();
            collectNames(entry._2(), names);
            names.retainAll(earlier);
            built.addAll(names);
            earlier.add(entry._1());
        }
        return built;
    }

    private static int depth(String text) {
        int open = 0;
        int deepest = 0;
        for (char c : text.toCharArray()) {
            if ("([{".indexOf(c) >= 0) {
                deepest = Math.max(deepest, ++open);
            } else if (")]}".indexOf(c) >= 0) {
                open--;
            }
        }
        return deepest;
    }

    private static Optional<String> refused(Object node, boolean partsOnly) {
        if (node instanceof QualifiedFunctionInvocation call) {
            return Optional.of("." + call.function() + "()");
        }
        if (node instanceof JavaFunctionInvocation call) {
            return Optional.of(call.className() + "." + call.methodName() + "()");
        }
        if (node instanceof FunctionDefinition) {
            return Optional.of("function");
        }
        if (node instanceof FunctionInvocation call
                && (!FUNCTIONS.contains(call.function()) || !partsOnly && NOT_IN_FORMS.contains(call.function()))) {
            return Optional.of(call.function() + "()");
        }
        if (node instanceof PathExpression path
                && (OF_EVERY_OBJECT.contains(path.key()) || partsOnly && !PARTS.contains(path.key()))) {
            return Optional.of("." + path.key());
        }
        if (node instanceof Ref path) {
            for (String name : OF_EVERY_OBJECT) {
                if (path.names().contains(name)) {
                    return Optional.of(name);
                }
            }
        }
        if (partsOnly && node instanceof Ref path) {
            Optional<String> property = property(path.names());
            if (property.isPresent()) {
                return property;
            }
        }
        if (node instanceof Iterable<?> several) {
            return refusedIn(several.iterator(), partsOnly);
        }
        return node instanceof Product parts ? refusedIn(parts.productIterator(), partsOnly) : Optional.empty();
    }

    /** The first name after a dot that is no part of a date or the like. */
    private static Optional<String> property(camundajar.impl.scala.collection.immutable.List<String> names) {
        for (int i = 1; i < names.length(); i++) {
            if (!PARTS.contains(names.apply(i))) {
                return Optional.of("." + names.apply(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> refusedIn(Iterator<?> parts, boolean partsOnly) {
        while (parts.hasNext()) {
            Optional<String> refused = refused(parts.next(), partsOnly);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    /** Dear to make; most deployments have nothing to read with it. */
    private static final class Parser {
        static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    }
}
