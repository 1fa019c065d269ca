package org.mentoringroadmap.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepFieldsTest {
    @Test
    void readsWhatATaskAsksFor() {
        StepFields fields = parse(Map.of(
                "figures", "needed, received,refused?",
                "texts", "conclusions",
                "limits", "received<=needed, received >= 1",
                "needs", "link"));

        assertThat(fields.figures())
                .containsExactly(
                        new StepFields.Field("needed", false),
                        new StepFields.Field("received", false),
                        new StepFields.Field("refused", true));
        assertThat(fields.texts()).containsExactly(new StepFields.Field("conclusions", false));
        assertThat(fields.limits())
                .containsExactly(
                        new StepFields.Limit("received", true, "needed"), new StepFields.Limit("received", false, "1"));
        assertThat(fields.limits().get(0).bound()).isEmpty();
        assertThat(fields.limits().get(1).bound()).contains(1);
        assertThat(fields.names()).containsExactly("needed", "received", "refused", "conclusions", "link");
    }

    @Test
    void aTaskMayAskForNothing() {
        assertThat(parse(Map.of())).isEqualTo(StepFields.NONE);
    }

    @ParameterizedTest
    @CsvSource({"5,5,true", "4,5,true", "6,5,false"})
    void atMost(int left, int right, boolean holds) {
        assertThat(new StepFields.Limit("a", true, "b").holds(left, right)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"5,5,true", "4,5,false", "6,5,true"})
    void atLeast(int left, int right, boolean holds) {
        assertThat(new StepFields.Limit("a", false, "b").holds(left, right)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "figures | Invited | Invited",
                "figures | a,,b | ''",
                "figures | a,a | a",
                "figures | note | note",
                "limits | a<=1 | a<=1",
                "needs | outcome | outcome",
                "needs | invited | invited"
            })
    void namesWhatItCannotRead(String property, String value, String part) {
        assertThatThrownBy(() -> parse(Map.of(property, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(part);
    }

    private static StepFields parse(Map<String, String> properties) {
        return StepFields.parse(name -> Optional.ofNullable(properties.get(name)));
    }
}
