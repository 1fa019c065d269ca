package org.mentoringroadmap.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

class PlainVariablesTest {
    @Test
    void textsAreCleanAndTheRestStays() {
        VariableMap sent = Variables.createVariables()
                .putValue("note", "Cоко\u200Bлов\u00A0ждёт_x000D_")
                .putValueTyped("count", Variables.integerValue(3))
                .putValueTyped(
                        "file",
                        Variables.fileValue("a.txt").file(new byte[] {1}).create())
                .putValue("none", null);

        VariableMap plain = (VariableMap) PlainVariables.of(sent);

        assertThat(plain.get("note")).isEqualTo("Соколов ждёт");
        assertThat(plain.getValueTyped("count").getType())
                .isEqualTo(sent.getValueTyped("count").getType());
        assertThat(plain.getValueTyped("file").getType())
                .isEqualTo(sent.getValueTyped("file").getType());
        assertThat(plain.keySet()).isEqualTo(sent.keySet());
        assertThat(PlainVariables.of(new HashMap<>(Map.of("note", "а\u00ADб")))).containsEntry("note", "аб");
        assertThat(PlainVariables.of(null)).isNull();
    }
}
