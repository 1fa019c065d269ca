package org.mentoringroadmap.roadmap.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLanguageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rule",
                "\"hard\"",
                "0.5",
                "upper case(rule)",
                "if today().month >= 5 then today().year else today().year - 1",
                "date and time(\"2026-09-01T08:00:00\").time offset",
                "for i in [0, 1] return i + 1",
                "some x in [1, 2] satisfies x > 1",
                "{a: 1, b: [2, 3][item > 2]}"
            })
    void allowsInACell(String expression) {
        assertThat(DecisionLanguage.refused(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "\"FORM\"",
                "not(\"FORM\", \"AGE\")",
                "> 3",
                "[1..5]",
                "? = \"FORM\" or starts with(?, \"F\")"
            })
    void allowsInACondition(String condition) {
        assertThat(DecisionLanguage.refusedTest(condition)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            rule.getClass(); .getClass()
            upper case(rule.getClass()); .getClass()
            date(from: rule.getClass()); .getClass()
            {a: [rule.getClass()]}; .getClass()
            if true then 1 else rule.getClass(); .getClass()
            [rule][item.getClass() = 1]; .getClass()
            rule.class; .class
            today().class; .class
            run(rule); run()
            {f: rule, g: f(1)}; f()
            function(a) a; function
            """)
    void refusesWhatReachesFurther(String expression, String part) {
        assertThat(DecisionLanguage.refused(expression)).contains(part);
    }

    /** A few characters that a server would be busy with for years, or that make a value for which no memory is enough. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            for i in 1..1000000000 return i; ..
            count(for i in 1..9, j in [1] return i); ..
            some x in 1..1000000000 satisfies x < 0; ..
            for a in [1], b in [1], c in [1] return a; for
            for a in [1] return for b in [1] return every c in [1] satisfies c > 0; for
            [1][item > 0][item > 0][item > 0]; for
            for i in [1, 2] return concatenate(partial, partial); partial
            {a: "x", b: a + a, c: b + b}; a
            {a: [1], b: {c: concatenate(a, a)}}; a
            matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$"); matches()
            replace("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$", ""); replace()
            split("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "(a+)+$"); split()
            """)
    void refusesWhatMayNeverEnd(String expression, String part) {
        assertThat(DecisionLanguage.refused(expression)).contains(part);
        assertThat(DecisionLanguage.refusedTest(expression)).isPresent();
        assertThat(DecisionLanguage.refusedInForm(expression)).contains(part);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{a: a, b: rule}",
                "if rule in [1..5] then 1 else 2",
                "for m in [1, 2], n in [3] return {label: m, value: n}"
            })
    void whatEndsIsAllowed(String expression) {
        assertThat(DecisionLanguage.refused(expression)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${rule}",
                "#{rule}",
                "{f: function(a) external {java: {class: \"java.lang.Math\", method signature: \"cos(double)\"}}}",
                "rule +",
                "1; 2"
            })
    void refusesWhatIsNoFeel(String expression) {
        assertThat(DecisionLanguage.refused(expression)).contains(expression);
        assertThat(DecisionLanguage.refusedTest(expression)).isPresent();
        assertThat(DecisionLanguage.refusedInForm(expression)).isPresent();
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        String nested = "(".repeat(100_000) + "1" + ")".repeat(100_000);

        assertThat(DecisionLanguage.refused(nested)).isPresent();
    }

    @Test
    void aFormReadsItsData() {
        assertThat(DecisionLanguage.refusedInForm("for m in mentors return {label: m.label, value: m.value}"))
                .isEmpty();
        assertThat(DecisionLanguage.refusedInForm("mentors.constructor(\"alert(1)\")"))
                .contains(".constructor()");
    }

    /** The engine of decisions itself computes FEEL and nothing else, whatever a stored table asks for. */
    @ParameterizedTest
    @ValueSource(strings = {"juel", "JUEL", "javascript", "groovy", "feel-scala-unary-tests"})
    void anEngineComputesFeelOnly(String language) {
        DmnEngine engine = DecisionLanguage.configuration().buildEngine();
        DmnDecision asked = decision(engine, "");
        assertThat(engine.evaluateDecision(asked, Variables.putValue("rule", "a"))
                        .<String>getSingleEntry())
                .isEqualTo("a");

        DmnDecision other = decision(engine, "expressionLanguage=\"" + language + "\"");
        assertThatThrownBy(() -> engine.evaluateDecision(other, Variables.putValue("rule", "a")))
                .isInstanceOf(DmnEngineException.class);
    }

    private static DmnDecision decision(DmnEngine engine, String language) {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
                <decision id="decision" name="d"><variable id="v" name="v" />
                <literalExpression id="e" %s><text>rule</text></literalExpression></decision></definitions>""".formatted(language);
        return engine.parseDecision("decision", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)));
    }
}
