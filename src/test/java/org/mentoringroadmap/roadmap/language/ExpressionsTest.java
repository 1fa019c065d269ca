package org.mentoringroadmap.roadmap.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    private static final Set<String> BEANS = Set.of("recordOutcome", "dataSource");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "без выражений { } $ # 5 $",
                "\\${getClass()}",
                "${title}",
                "#{execution.processBusinessKey}",
                "${ execution . processBusinessKey }",
                "${firstYear}-09-30T18:00:00",
                "до ${due} и ${start}",
                "${activityProperties.title(execution)}",
                "${mentorTasks.assignee( execution )}",
                "${outcome == 'done'}",
                "${outcome eq \"done\" and not closed || empty note}",
                "${count > 3 ? 'много' : (count - 1) * 2}",
                "${null == outcome}",
                "${-1.5e3 != true}"
            })
    void allows(String text) {
        assertThat(Expressions.refused(text, BEANS::contains)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            ${''.getClass()}; ''.getClass()
            ${title.bytes}; title.bytes
            ${title['bytes']}; title['bytes']
            ${title['getClass']()}; title['getClass']()
            ${outcome == (title.getClass())}; title.getClass()
            ${closed ? title : title.getClass()}; title.getClass()
            ${empty title.getClass()}; title.getClass()
            ${activityProperties.title(title)}; activityProperties.title(title)
            ${activityProperties.title(execution, title)}; activityProperties.title(execution, title)
            ${activityProperties.title(execution).getClass()}; activityProperties.title(execution).getClass()
            ${activityProperties.getClass()}; activityProperties.getClass()
            ${activityProperties.title}; activityProperties.title
            ${activityProperties['title'](execution)}; activityProperties['title'](execution)
            ${(activityProperties).title(execution)}; (activityProperties).title(execution)
            ${activityProperties}; activityProperties
            ${otherBean.title(execution)}; otherBean.title(execution)
            ${execution}; execution
            ${execution.processEngineServices}; execution.processEngineServices
            ${execution.setVariable('a', 'b')}; execution.setVariable('a', 'b')
            ${task}; task
            ${authenticatedUserId}; authenticatedUserId
            ${now()}; now()
            ${S(title)}; S()
            ${spin:json(title)}; spin:json()
            ${dataSource}; dataSource
            ${title}, ${recordOutcome}; recordOutcome
            ${title; ${title
            ${title} #{title}; ${title} #{title}
            ${a = 1}; ${a = 1}
            """)
    void refusesAndNamesThePart(String text, String part) {
        assertThat(Expressions.refused(text, BEANS::contains)).contains(part);
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        String nested = "${" + "(".repeat(100_000) + "1" + ")".repeat(100_000) + "}";

        assertThat(Expressions.refused(nested, BEANS::contains)).isPresent();
    }
}
